/** Who names whose rows. */
export type Naming = { readonly child: string; readonly parent: string };

/**
 * Puts tables so that each comes after those whose rows it names. Where they name each other in a circle, the one
 * with the fewest left to wait for goes first. Ties go by name.
 */
export function inOrder(
  tables: readonly string[],
  references: readonly Naming[],
): readonly string[] {
  const waits = new Map([...tables].sort().map((name) => [name, parentsOf(name, references)]));
  const order: string[] = [];
  while (waits.size > 0) {
    const left = (name: string) =>
      (waits.get(name) ?? []).filter((parent) => waits.has(parent)).length;
    const [next = ''] = [...waits.keys()].sort((a, b) => left(a) - left(b));
    waits.delete(next);
    order.push(next);
  }
  return order;
}

function parentsOf(name: string, references: readonly Naming[]): readonly string[] {
  const parents = references.filter(({ child }) => child === name).map(({ parent }) => parent);
  return [...new Set(parents)].filter((parent) => parent !== name);
}

/** The references that the order cannot keep: rows come before those they name, or beside them in one table. */
export function keptLate<R extends Naming>(
  order: readonly string[],
  references: readonly R[],
): readonly R[] {
  const at = new Map(order.map((name, index) => [name, index]));
  const place = (name: string) => at.get(name) ?? -1;
  return references.filter(({ child, parent }) => place(parent) >= place(child));
}
