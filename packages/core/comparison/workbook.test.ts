import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { wilson } from './interval.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/statistics/', import.meta.url));
const workbook = `${folder}testdata_Proportion.xlsx`;

// Skipped where the folder of real data does not stand beside the repository.
test.skipIf(!existsSync(workbook))(
  '[CP-6] every proportion of the UKHSA workbook has the limits that it expects',
  async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(workbook);
    const rows = book.getWorksheet('testdata_Prop')?.getRows(2, 40) ?? [];
    const checked = rows.map((row) => {
      const [numerator, denominator, low95, high95, low998, high998, factor] = [
        2, 3, 5, 6, 7, 8, 11,
      ].map((at) => row.getCell(at).result ?? row.getCell(at).value);
      if (typeof numerator !== 'number' || typeof denominator !== 'number') return 0;
      if (typeof factor !== 'number' || typeof low95 !== 'number') return 0;
      const at = (confidence: number) => wilson(numerator, denominator, { factor, confidence });
      expect(at(0.95)?.low).toBeCloseTo(low95, 9);
      expect(at(0.95)?.high).toBeCloseTo(Number(high95), 9);
      expect(at(0.998)?.low).toBeCloseTo(Number(low998), 9);
      expect(at(0.998)?.high).toBeCloseTo(Number(high998), 9);
      return 1;
    });
    expect(checked.reduce<number>((sum, each) => sum + each, 0)).toBeGreaterThan(10);
  },
);
