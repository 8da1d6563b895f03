import { describe, expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { actionPlan } from './action-plan.ts';
import { annualReport, type AnnualInput } from './annual-report.ts';
import { closeOutReport, type CloseOutInput } from './close-out-report.ts';
import { action, gap, risk, setting, textOf } from './report-testing.ts';
import type { ReportedDecision, ReportedInput, ReportedTarget } from './report-input.ts';

const decision: ReportedDecision = {
  ...{ id: 'd', corrects: null, decidedOn: '2026-02-10', reviewOn: null },
  ...{ question: 'Who keeps the inbox?', outcome: 'The council.', reasons: 'It is staffed.' },
  ...{ takenByOrganisation: 'Partnership', takenByRole: 'Board', stage: null, round: 1 },
};
const heard: ReportedInput = {
  ...{ channel: 'group', theme: 'Waiting', summary: 'Waits are not explained.' },
  ...{ people: 'under-5', changed: '', stage: 'challenge', receivedOn: '2026-02-01', round: 1 },
};
const target: ReportedTarget = {
  ...{ title: 'Beds within a day', aim: 90, endsOn: '2027-03-31', unit: '%', decimals: 0 },
  ...{ answer: 'too early to say', source: 'Council return' },
  latest: { value: 62, low: 51, high: 72, period: '2025-Q4', suppressed: false },
};

describe('[RP-3] the action plan', () => {
  const actions = [
    action('late', { dueOn: '2026-01-31', ownerOrganisation: '', resources: '' }),
    action('soon', { dueOn: '2026-04-01', resources: 'Half a post', evidence: '' }),
    action('undated'),
    action('done', { status: 'done', endedOn: '2026-02-01' }),
  ];
  const document = actionPlan({ ...setting, actions, gaps: [gap('g')], targets: [target] });

  test('counts what needs a look', () => {
    expect(textOf(document)).toContain(
      'Of the open actions 1 is overdue, 1 without an owner, 2 without resources, 1 without a day.',
    );
    expect(textOf(document)).toContain('0 of one kept gap have at least one action');
  });

  test('lists what is open by due day, what has no day last', () => {
    expect(document.sections[1]?.blocks[0]).toMatchObject({
      rows: [
        ['Action late', 'Lead', '31 January 2026', expect.stringContaining('red')],
        ['Action soon', 'Council, Lead', '1 April 2026', expect.any(String)],
        ['Action undated', 'Council, Lead', 'no day yet', expect.any(String)],
      ],
    });
  });

  test('shows a target’s value with its interval, date and source', () => {
    expect(textOf(document)).toContain(
      '["Beds within a day","62 %","51 to 72","–","2025-Q4","Council return"]',
    );
    expect(textOf(document)).toContain('too early to say');
  });
});

describe('[RP-4] the close-out of a round', () => {
  const input: CloseOutInput = {
    ...setting,
    round: {
      ...{ number: 1, title: 'First year', startedOn: '2025-01-01', endedOn: '2026-02-20' },
      ...{ closedBy: 'Cora', goals: 'Find out where we stand.', changed: 'A joint inbox.' },
      ...{ normal: '', learning: '- Ask survivors first\n- Meet less often', nextGoals: 'Beds.' },
      stages: [
        { stage: 'diagnose', state: 'closed', closedOn: '2025-06-01', byName: 'Cora', note: '' },
      ],
      carried: [
        { kind: 'gap', title: 'No beds', decision: 'carried', reason: '' },
        { kind: 'action', title: 'A leaflet', decision: 'dropped', reason: 'Nobody read it.' },
      ],
    },
    actions: [action('done', { status: 'done', endedOn: '2026-01-05' }), action('open')],
    decisions: [decision],
    inputs: [heard],
    gaps: [
      gap('closed', { status: 'closed', reason: 'Beds were bought.', changedOn: '2025-12-01' }),
      gap('before', { status: 'closed', changedOn: '2024-12-01' }),
    ],
    targets: [],
  };
  const text = textOf(closeOutReport(input));

  test('says what changed, what is carried over and what was learnt, and claims no cause', () => {
    expect(text).toContain('A joint inbox.');
    expect(text).toContain('One action was finished in this round, one gap closed.');
    expect(text).toContain('is not claimed');
    expect(text).toContain('Beds were bought.');
    expect(text).not.toContain('Gap before');
    expect(text).toContain('"lead":"Gap:","text":"No beds"');
    expect(text).toContain('["Action: A leaflet","Nobody read it."]');
    expect(text).toContain('{"text":"Ask survivors first"}');
  });

  test('says of what is not written that it is not, and of each stage who was heard', () => {
    expect(text).toContain('Nobody has written down yet what has become normal.');
    expect(text).toContain('Diagnose: no survivor input in this round.');
    expect(text).toContain('Waits are not explained.');
    expect(text).toContain('[c] (fewer than 5 people)');
  });

  test('an open round is marked as not closed', () => {
    const open = closeOutReport({ ...input, round: { ...input.round, endedOn: null } });
    expect(open.subtitle).toContain('not closed yet');
  });
});

describe('[RP-5] the annual report', () => {
  const input: AnnualInput = {
    ...setting,
    ...{ from: '2025-04-01', to: '2026-03-31', organisations: ['Council', 'Police'] },
    written: { commitment: 'We mean it.' },
    actions: [
      action('in', { status: 'done', endedOn: '2026-03-31', evidence: 'Minutes of May' }),
      action('out', { status: 'done', endedOn: '2025-03-31' }),
      action('stuck', { blocked: 'No room to meet in' }),
    ],
    gaps: [
      gap('kept'),
      gap('closed', { status: 'closed', reason: 'Done', changedOn: '2025-04-01' }),
    ],
    ...{ targets: [target], decisions: [decision], inputs: [heard] },
    risks: [risk('high'), risk('low', { likelihood: 1 })],
  };
  const document = annualReport(input);
  const text = textOf(document);

  test('stands under the template’s headings, in their order', () => {
    expect(document.sections.map(({ title }) => title)).toEqual([
      'Organisation',
      'Contact',
      'Commitment statement',
      'Achievements',
      'Difference made, and the evidence',
      'Case studies',
      'Challenges',
      'Next priorities',
    ]);
  });

  test('holds what falls into the period, its first and last day included', () => {
    expect(text).toContain('Action in');
    expect(text).not.toContain('Action out');
    expect(text).toContain('Gap closed');
    expect(text).toContain('No room to meet in');
    expect(text).toContain('Risk high');
    expect(text).not.toContain('Risk low');
  });

  test('and says which parts nobody has written', () => {
    expect(document.sections[2]?.blocks).toEqual([{ kind: 'text', text: 'We mean it.' }]);
    expect(document.sections[1]?.blocks).toEqual([
      { kind: 'note', text: 'Nobody has written this part yet.' },
    ]);
  });

  test('every report is a document that can be kept and read back', () => {
    expect(Document.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });
});
