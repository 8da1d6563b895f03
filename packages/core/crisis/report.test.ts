import { describe, expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { changesOf } from './change.ts';
import { stepOf } from './count.ts';
import type { Item } from './item.ts';
import { lessonsRecord } from './lessons.ts';
import type { CrisisInput } from './report-input.ts';
import { situationReport } from './situation.ts';
import { actionOf, baselineOf, contactOf, serviceOf } from './testing.ts';

const now = new Date('2026-03-10T09:30:00Z');
const held = (content: Item, id = 'x') => ({ id, content, changedAt: now, changedBy: 'Cora' });
const finding = {
  kind: 'finding',
  helped: 'helped',
  says: 'One desk took every call',
  forWhom: 'Staff',
  practice: 'one-route',
  claim: '0190f3b0-0000-7000-8000-000000000001',
  gap: null,
  action: null,
} as const;

const input: CrisisInput = {
  now,
  partnership: { name: 'Ours', madeUp: false },
  place: 'Harbourside',
  crisis: {
    ...{ title: 'Spring flood', type: 'sudden-disaster', phase: 'acute', state: 'active' },
    ...{ startsOn: '2026-03-01', endsOn: null, source: '', triggerRule: '', affected: '' },
    ...{ irregular: '', activatedAt: new Date('2026-03-01T09:30:00Z'), endedAt: null },
  },
  items: [
    held({ kind: 'line', line: 'staff', status: 'broken', says: 'Nobody at night' }),
    held(actionOf({ dueAfterHours: 24 })),
    held(contactOf(), 'c'),
    held(serviceOf()),
    held(finding),
  ],
  days: [{ day: '2026-03-09', concerns: stepOf(7, 5), again: stepOf(1, 5) }],
  changes: changesOf([{ id: 'b', item: baselineOf([3, 5, 4, 2, 6, 3, 4, 5]) }], {
    days: [{ day: '2026-03-09', concerns: 7, again: 1 }],
    ...{ newer: {}, least: 5 },
  }),
  events: [{ at: now, what: 'activated', says: 'Activated', by: 'Cora' }],
};

describe('the situation report', () => {
  const report = situationReport(input);
  const text = JSON.stringify(report);

  test('is a document, and says what presses', () => {
    expect(Document.safeParse(report).success).toBe(true);
    expect(text).toContain('Our own staff: Nobody at night');
    expect(text).toContain('Planned, overdue for 8 days');
    expect(text).toContain('0 of 1 have acknowledged');
  });

  test('[CR-8] holds counts in steps, and no mailbox or telephone', () => {
    expect(text).toContain('5–9');
    expect(text).toContain('[c]');
    expect(text).not.toContain('example.org');
    expect(text).not.toContain('01632');
  });

  test('[CR-10] says what was expected with its limits', () => {
    // 32 in 56 days are 0.57 a day: 7 on one day are outside the limits around that.
    expect(text).toContain('"0.6"');
    expect(text).toContain('"Higher than before"');
  });

  test('each row of its sheet has every column', () => {
    for (const row of report.sheet.rows) expect(row).toHaveLength(report.sheet.columns.length);
  });
});

test('the lessons say what helped, with the practice’s status and what became of it', () => {
  const report = lessonsRecord(input);
  expect(Document.safeParse(report).success).toBe(true);
  expect(JSON.stringify(report)).toContain(
    'One desk took every call. For whom: Staff. Practice: Use the referral route that is there (CONFIRMED). Became a draft claim of the evidence register.',
  );
  expect(report.sheet.rows).toEqual([
    [
      ...['helped', 'One desk took every call', 'Staff', 'one-route', 'CONFIRMED'],
      'a draft claim of the evidence register',
    ],
  ]);
  const none = lessonsRecord({ ...input, items: [], changes: [] });
  expect(JSON.stringify(none)).toContain('Nothing has been written down yet');
});
