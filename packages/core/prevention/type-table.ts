import { problem, type Problem } from '../problem.ts';
import type { Records } from '../table/index.ts';
import { checkedTable, tableOf, type Column } from './checked-table.ts';
import { InterventionType, NameStatus, type TypeList } from './intervention.ts';
import { timingWords, wordsOfPathways } from './said.ts';

const statuses = new Map(NameStatus.options.map((each) => [each.toLowerCase(), each]));

/** The columns of a list of types, in the order in which they are written. */
const columns: readonly Column[] = [
  { field: 'code', title: 'code', form: 'choice', needed: true },
  { field: 'label', title: 'label', form: 'text', needed: true },
  { field: 'class', title: 'class', form: 'choice', needed: true },
  { field: 'status', title: 'status', form: 'text', words: statuses, needed: true },
  { field: 'source', title: 'source', form: 'text' },
  { field: 'pathways', title: 'pathways', form: 'list', words: wordsOfPathways, needed: true },
  {
    field: 'pathwaysStatus',
    title: 'pathways status',
    form: 'text',
    words: statuses,
    needed: true,
  },
  { field: 'timing', title: 'timing', form: 'list', words: timingWords, needed: true },
  { field: 'levels', title: 'levels', form: 'list' },
  { field: 'topics', title: 'topics', form: 'list' },
];

const Row = InterventionType.extend({
  source: InterventionType.shape.source.default(''),
  levels: InterventionType.shape.levels.default([]),
});

/**
 * Reads a list of types, a type a row. Problems by row and column; two rows of one code are `type-repeated`, a table
 * without any is `no-rows`. [PV-10]
 */
export function typesFrom(table: Records): {
  readonly types: readonly InterventionType[];
  readonly problems: readonly Problem[];
} {
  const { rows, problems } = checkedTable(table, columns, Row);
  const codes = rows.map(({ value }) => value.code);
  const again = rows.filter(({ value }, at) => codes.indexOf(value.code) !== at);
  const none = rows.length === 0 && problems.length === 0 ? [problem('no-rows')] : [];
  return {
    types: rows.map(({ value }) => value),
    problems: [
      ...problems,
      ...none,
      ...again.map(({ row, value }) =>
        problem('type-repeated', { text: value.code }, { row, column: 'code' }),
      ),
    ],
  };
}

/** A list of types as a table with its header, as `typesFrom` reads it. */
export function typeTable({ types }: Pick<TypeList, 'types'>) {
  return tableOf(columns, types);
}

export type TypeChange = {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
};

/** What another list would change, by code; a type is changed where any field of it is. */
export function changedTypes(
  before: readonly InterventionType[],
  after: readonly InterventionType[],
): TypeChange {
  const old = new Map(before.map((each) => [each.code, JSON.stringify(each)]));
  const next = new Set(after.map(({ code }) => code));
  return {
    added: after.map(({ code }) => code).filter((code) => !old.has(code)),
    gone: before.map(({ code }) => code).filter((code) => !next.has(code)),
    changed: after
      .filter((each) => old.has(each.code) && old.get(each.code) !== JSON.stringify(each))
      .map(({ code }) => code),
  };
}
