import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { records } from '../table/index.ts';
import { funnelPlace, pooled, proportionFunnel } from './funnel.ts';
import { byar, wilson, type Interval } from './interval.ts';
import { directlyStandardised, type Stratum } from './standardised.ts';
import { standardOf } from './standard.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/statistics/', import.meta.url));
const there = existsSync(folder);

/** Rows of a sheet as numbers and texts under the header's names; a formula counts as its result. */
async function sheet(file: string, name: string): Promise<readonly Record<string, unknown>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(`${folder}${file}`);
  const rows = book.getWorksheet(name)?.getRows(1, 100) ?? [];
  const cells = rows.map((row) =>
    Array.from({ length: row.cellCount }, (_, at) => {
      const cell = row.getCell(at + 1);
      return cell.result ?? cell.value;
    }),
  );
  const header = (cells[0] ?? []).map(String);
  return cells.slice(1).map((row) => Object.fromEntries(header.map((each, at) => [each, row[at]])));
}

const close = (found: number | undefined, expected: unknown) =>
  expect(Math.abs((found ?? NaN) / Number(expected) - 1)).toBeLessThan(1e-8);

function same(found: Interval | null, low: unknown, high: unknown): number {
  close(found?.low, low);
  close(found?.high, high);
  return 1;
}

const total = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);

// Skipped where the folder of real data does not stand beside the repository.
describe.skipIf(!there)('what the UKHSA workbooks expect', () => {
  test('[CP-6] every proportion has the limits at 95 and 99.8 %', async () => {
    const rows = await sheet('testdata_Proportion.xlsx', 'testdata_Prop');
    const checked = rows.map((row) => {
      const [numerator, denominator, factor] = [row.Numerator, row.Denominator, row.multiplier];
      if (typeof numerator !== 'number' || typeof denominator !== 'number') return 0;
      const at = (confidence: number) =>
        wilson(numerator, denominator, { factor: Number(factor), confidence });
      same(at(0.95), row.lower95_0cl, row.upper95_0cl);
      return same(at(0.998), row.lower99_8cl, row.upper99_8cl);
    });
    expect(total(checked)).toBeGreaterThan(10);
  });

  test('[CP-7] Byar’s limits of a count', async () => {
    const rows = await sheet('testdata_Byars_Wilson.xlsx', 'testdata_B_W');
    const checked = rows.map(({ x, lowercl, uppercl, confidence, method }) => {
      if (method !== 'Byars' || typeof x !== 'number' || typeof lowercl !== 'number') return 0;
      return same(byar(x, Number.parseFloat(String(confidence)) / 100), lowercl, uppercl);
    });
    expect(total(checked)).toBe(6);
  });

  test('[CP-8] directly standardised rates at 95 and 99.8 %, and none under ten', async () => {
    const file = 'testdata_DSR_ISR.xlsx';
    const strata = [
      ...(await sheet(file, 'testdata_multiarea')),
      ...(await sheet(file, 'testdata_1976')).map((row): Record<string, unknown> => ({
        ...row,
        area: 'testdata_1976',
      })),
    ];
    const results = await sheet(file, 'testresults_DSR');
    const checked = results.map((row) => {
      const own = strata.filter(({ area, pop }) => area === row.area && typeof pop === 'number');
      if (own.length === 0) return 0;
      const factor = Number(String(row.statistic).replaceAll(/\D/g, ''));
      const rate = (confidence: number, times = 1) =>
        directlyStandardised(own.map(stratumOf), { factor: factor * times, confidence });
      if (Number(row.total_count) < 10) {
        expect(rate(0.95)).toBeNull();
        return 1;
      }
      close(rate(0.95)?.value, row.value);
      same(rate(0.95), row.lower95_0cl, row.upper95_0cl);
      // Two rows of the workbook give their limits at 99.8 % for ten times the multiplier.
      const slip = Number(row.upper99_8cl) > 5 * Number(row.upper95_0cl) ? 10 : 1;
      return same(rate(0.998, slip), row.lower99_8cl, row.upper99_8cl);
    });
    expect(total(checked)).toBe(8);
  });

  test('[CP-10] funnel limits over 100 populations, and where each of 303 places lies', () => {
    const read = (name: string) => records(readFileSync(`${folder}${name}`, 'utf8')).records;
    const inputs = read('testdata_funnel_prop_inputs.csv').map(({ cells }) => ({
      numerator: Number(cells.numerator),
      denominator: Number(cells.denominator),
      significance: cells.significance,
    }));
    const average = pooled(inputs) ?? NaN;
    for (const { cells } of read('testdata_funnel_prop_outputs.csv')) {
      const found = proportionFunnel(average, Number(cells.Population), 100);
      const expected = [
        [found.low2, cells.Lower2s0025limit],
        [found.high2, cells.Upper2s0025limit],
        [found.low3, cells.Lower3s0001limit],
        [found.high3, cells.Upper3s0001limit],
      ] as const;
      // The file is rounded to six decimals.
      for (const [limit, printed] of expected) expect(limit).toBeCloseTo(Number(printed), 5);
    }
    const words = { 'low-3sd': 'Low (0.001)', 'low-2sd': 'Low (0.025)', within: 'Not significant' };
    const high = { 'high-2sd': 'High (0.025)', 'high-3sd': 'High (0.001)' };
    for (const { numerator, denominator, significance } of inputs) {
      const place = funnelPlace(numerator / denominator, proportionFunnel(average, denominator));
      expect({ ...words, ...high }[place]).toBe(significance);
    }
    expect(inputs.length).toBe(303);
  });
});

/** The European standard of 1976 stands in the sheet; that of 2013 goes by the band's place in the list. */
function stratumOf(row: Record<string, unknown>, at: number): Stratum {
  const start = at * 5;
  const band = start === 90 ? '90+' : `${start}-${start + 4}`;
  return {
    count: Number(row.count ?? 0),
    population: Number(row.pop),
    standard: Number(row.esp1976 ?? standardOf('european-2013', band)),
  };
}
