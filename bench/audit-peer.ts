import { fine } from '@freehold/core/problem';
import type { Mechanism, Told, ToldCount } from '@freehold/core/release/audit';
import { csvText, type CodedTable } from '@freehold/core/table';
import { peerMaker, type Context } from './peer.ts';

// Microsoft's Synthetic Data Showcase as a mechanism under audit: a black box from a table to its table of counts, with
// entropy of its own.

/** The peer with its usual settings, counting single values; null where its module or the driver is not there. */
export async function peer(epsilon: number, subjects: number): Promise<Mechanism | null> {
  const maker = await peerMaker();
  if (maker === null) return null;
  const contexts = new WeakMap<CodedTable, Context>();
  const contextOf = (table: CodedTable): Context => {
    const there = contexts.get(table);
    if (there !== undefined) return there;
    const columns = table.columns.map(({ name }) => name);
    const made = maker.reading(Buffer.from(textOf(table)), columns);
    contexts.set(table, made);
    return made;
  };
  const settings = maker.settings({ epsilon, delta: undefined, length: 1, k: 1 });
  return {
    name: 'Synthetic Data Showcase',
    // It says nothing of ρ. Its δ, unless one is given: 1 ÷ (n ln n).
    claim: { epsilon, delta: 1 / (subjects * Math.log(subjects)), rho: Infinity, rhoDelta: 0 },
    run: (table) => {
      const context = contextOf(table);
      context.generate('dp', settings);
      return fine(toldIn(context.aggregates('reportable').aggregatesData, table));
    },
    files: () => ({}),
  };
}

function textOf({ rows, columns }: CodedTable): string {
  const lines = Array.from({ length: rows }, (_, row) =>
    columns.map(({ codes, values }) => values[(codes[row] ?? 0) - 1] ?? ''),
  );
  return csvText([columns.map(({ name }) => name), ...lines]);
}

/** `column:value,count` a line, after a heading and the number of records. */
function toldIn(text: string, { columns }: CodedTable): Told {
  const [, total = '', ...lines] = text.trimEnd().split('\n');
  const counts = lines.map((line): ToldCount => {
    const [name = '', value = '', count = ''] = line.split(/[:,]/);
    const column = columns.findIndex((each) => each.name === name);
    return { text: `${name}=${value}`, length: 1, column, ...exactly(Number(count)) };
  });
  return { subjects: exactly(Number(total.split(',')[1])), counts };
}

/** It tells no bounds. */
function exactly(count: number) {
  return { count, low: count, high: count };
}
