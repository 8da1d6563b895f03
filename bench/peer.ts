import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Microsoft's Synthetic Data Showcase in this process, driven by ../shared/bench/run-sds.mjs, which reads the module that
// SDS_GIT or SDS_WASM names. Types are of what the benches use.

/** A table read by the peer, which it releases again and again with entropy of its own. */
export type Context = {
  readonly ptr: number;
  readonly host: {
    put(value: unknown): number;
    call(name: string, words: number, ...slots: readonly number[]): unknown;
  };
  m(name: string): string;
  setSensitiveData(csv: Uint8Array, params: object): void;
  generate(mode: 'dp', options: object): void;
  evaluate(length: number): void;
  aggregates(which: 'reportable' | 'synthetic'): { readonly aggregatesData: string };
};

type Driver = {
  readonly SdsContext: new (bytes: Uint8Array, options: object) => Context;
  readonly loadWasmBytes: () => Uint8Array;
  readonly sigmaProportions: (length: number, accuracy: 'long') => readonly number[];
  readonly adaptiveThresholds: (length: number, fabrication: 'uncontrolled') => object;
};

const script = fileURLToPath(new URL('../../shared/bench/run-sds.mjs', import.meta.url));

/** Maker of contexts; null where the peer's module or its driver is not there. */
export async function peerMaker(): Promise<{
  readonly reading: (csv: Uint8Array, columns?: readonly string[]) => Context;
  readonly settings: (asked: Asked) => Settings;
} | null> {
  const named = process.env['SDS_GIT'] ?? process.env['SDS_WASM'];
  if (named === undefined || !existsSync(script)) return null;
  const driver: Driver = await import(pathToFileURL(script).href);
  const bytes = driver.loadWasmBytes();
  return {
    reading: (csv, useColumns = []) => {
      const context = new driver.SdsContext(bytes, {});
      const none = { subjectId: undefined, sensitiveZeros: [], multiValueColumns: {} };
      context.setSensitiveData(csv, { delimiter: ',', useColumns, recordLimit: 0, ...none });
      return context;
    },
    settings: ({ epsilon, delta, length, k }) => ({
      ...{ k, cache: 100_000, length, useCounts: true, weightPercentile: 95 },
      threshold: driver.adaptiveThresholds(length, 'uncontrolled'),
      dp: {
        ...{ epsilon, delta, percentilePercentage: 99, percentileEpsilonProportion: 0.01 },
        numberOfRecordsEpsilonProportion: 0.005,
        sigmaProportions: driver.sigmaProportions(length, 'long'),
      },
    }),
  };
}

type Asked = {
  readonly epsilon: number;
  /** Undefined: its own, which follows from the number of records. */
  readonly delta: number | undefined;
  readonly length: number;
  readonly k: number;
};

/** Its usual settings: long combinations before short ones, no threshold on what longer ones it invents. */
export type Settings = {
  readonly k: number;
  readonly cache: number;
  readonly length: number;
  readonly useCounts: boolean;
  readonly weightPercentile: number;
  readonly threshold: object;
  readonly dp: object;
};

/**
 * Its counts with noise, without the records that it makes of them next, which take ten times as long: it is stopped when
 * it says that half is done, which is where the counts are there.
 */
export function privateCountsOf(context: Context, settings: Settings): string {
  const { host } = context;
  const halfway = host.put((percent: number) => percent <= 50);
  const base = host.put({ resolution: settings.k, cacheMaxSize: settings.cache, emptyValue: '' });
  const own = [host.put(settings.dp), host.put(settings.threshold)];
  const weights = [settings.useCounts ? 1 : 0, 1, settings.weightPercentile];
  try {
    const asked = [context.ptr, base, settings.length, ...own, ...weights, halfway];
    host.call(context.m('generateDp'), 2, ...asked);
  } catch (reason) {
    if (!/stopped/.test(String(reason))) throw reason;
  }
  return context.aggregates('reportable').aggregatesData;
}
