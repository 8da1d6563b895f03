/** The first of "n1", "n2", … that is not taken; it is taken then. */
export function freeId(stem: 'n' | 'l', taken: Set<string>): string {
  let count = 1;
  while (taken.has(`${stem}${count}`)) count += 1;
  taken.add(`${stem}${count}`);
  return `${stem}${count}`;
}
