/** The ids of things by their names. */
export type Ids = (name: string) => string;

/** Looks ids up by name. @throws RangeError for a name that is not there: the example does not fit itself. */
export function idsOf(rows: readonly { readonly id: string; readonly name: string }[]): Ids {
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  return (name) => {
    const found = ids.get(name);
    if (found === undefined) throw new RangeError(`nothing is called ${name}`);
    return found;
  };
}
