import type { TestHouse } from './house.ts';

/** How many statements a piece of work runs, those of the audit left out. */
export async function statementsIn(
  house: Pick<TestHouse, 'statements'>,
  work: () => Promise<unknown>,
): Promise<number> {
  house.statements();
  await work();
  return house.statements().length;
}
