import { expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { diligenceReport, type DiligenceReportInput } from './index.ts';

const remedy = {
  ...{ kind: 'back-pay' as const, amount: 5400, currency: 'GBP', workers: 3 },
  ...{ givenOn: '2026-01-10', agreement: 'agreed' as const },
  ...{ checkedOn: '2026-02-10', works: 'yes' as const },
};
const input: DiligenceReportInput = {
  ...{ partnership: { name: 'Harbourside', madeUp: true }, madeOn: '2026-03-02', year: 2026 },
  ...{
    severityBy: 'max',
    least: 5,
    suppliers: 2,
    sites: 3,
    countries: 1,
    tiers: { '1': 1, '': 1 },
  },
  suppliersByBand: { high: 1, medium: 0, low: 0, 'not-known': 1 },
  risks: [],
  actions: [],
  incidents: [
    {
      ...{ title: 'Passports kept', supplier: 'Avon Fruit', affected: 4, foundOn: '2026-01-05' },
      ...{ clauses: ['ilo-7'], status: 'closed', closedOn: '2026-02-11', remedies: [remedy] },
    },
    {
      ...{ title: 'Wages withheld', supplier: '', affected: 12, foundOn: '2026-02-05' },
      ...{ clauses: ['ilo-8'], status: 'open', closedOn: null, remedies: [] },
    },
  ],
  assessments: { all: 2, refer: 1, referred: 1 },
};

test('[DD-13] the report shows counts from five upwards, and no total gives a smaller one away', () => {
  const report = diligenceReport(input);
  expect(Document.safeParse(report).success).toBe(true);
  const text = JSON.stringify(report.sections);
  expect(text).toContain('at least 12; one count is too small to show');
  expect(text).toContain('to [c] workers');
  // 4 and 3 stand nowhere, nor do their sums with 12: 16, 15.
  expect(text).not.toMatch(/"16"|"4"|\b15\b|at least 16/);
  const workers = report.sheet.columns.indexOf('workers');
  expect(report.sheet.rows.map((row) => [row[0], row[workers], row[workers + 1]])).toEqual([
    ['incident', null, true],
    ['remedy', null, true],
    ['incident', 12, false],
  ]);
  expect(report.sheet.rows.every((row) => row.length === report.sheet.columns.length)).toBe(true);
});
