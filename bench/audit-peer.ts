import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fine } from '@freehold/core/problem';
import type { Mechanism, Told, ToldCount } from '@freehold/core/release/audit';
import { csvText, type CodedTable } from '@freehold/core/table';

// Microsoft's Synthetic Data Showcase as a mechanism under audit: a black box from a table to its table of counts, with
// entropy of its own. Driven by ../shared/bench/run-sds.mjs, which reads the module that SDS_GIT or SDS_WASM names.

type Context = {
  setSensitiveData(csv: Uint8Array, params: object): void;
  generate(mode: 'dp', options: object): void;
  aggregates(which: 'reportable'): { readonly aggregatesData: string };
};
type Driver = {
  readonly SdsContext: new (bytes: Uint8Array, options: object) => Context;
  readonly loadWasmBytes: () => Uint8Array;
  readonly sigmaProportions: (length: number, accuracy: 'long') => readonly number[];
  readonly adaptiveThresholds: (length: number, fabrication: 'uncontrolled') => object;
};

const script = fileURLToPath(new URL('../../shared/bench/run-sds.mjs', import.meta.url));

/** The peer with its usual settings, counting single values; null where its module or the driver is not there. */
export async function peer(epsilon: number, subjects: number): Promise<Mechanism | null> {
  const named = process.env['SDS_GIT'] ?? process.env['SDS_WASM'];
  if (named === undefined || !existsSync(script)) return null;
  const driver: Driver = await import(pathToFileURL(script).href);
  const bytes = driver.loadWasmBytes();
  const contexts = new WeakMap<CodedTable, Context>();
  const contextOf = (table: CodedTable): Context => {
    const there = contexts.get(table);
    if (there !== undefined) return there;
    const made = new driver.SdsContext(bytes, {});
    made.setSensitiveData(Buffer.from(textOf(table)), readAs(table));
    contexts.set(table, made);
    return made;
  };
  return {
    name: 'Synthetic Data Showcase',
    // It says nothing of ρ. Its δ, unless one is given: 1 ÷ (n ln n).
    claim: { epsilon, delta: 1 / (subjects * Math.log(subjects)), rho: Infinity, rhoDelta: 0 },
    run: (table) => {
      const context = contextOf(table);
      context.generate('dp', settings(driver, epsilon));
      return fine(toldIn(context.aggregates('reportable').aggregatesData, table));
    },
    files: () => ({}),
  };
}

function settings({ sigmaProportions, adaptiveThresholds }: Driver, epsilon: number) {
  return {
    ...{ k: 1, cache: 100_000, length: 1, useCounts: true, weightPercentile: 95 },
    threshold: adaptiveThresholds(1, 'uncontrolled'),
    dp: {
      ...{ epsilon, delta: undefined, percentilePercentage: 99 },
      percentileEpsilonProportion: 0.01,
      numberOfRecordsEpsilonProportion: 0.005,
      sigmaProportions: sigmaProportions(1, 'long'),
    },
  };
}

function readAs({ columns }: CodedTable) {
  const useColumns = columns.map(({ name }) => name);
  const none = { subjectId: undefined, sensitiveZeros: [], multiValueColumns: {} };
  return { delimiter: ',', useColumns, recordLimit: 0, ...none };
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
