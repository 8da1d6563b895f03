import { describe, expect, test } from 'vitest';
import { markings, markingOf, mostCareful } from './handling.ts';
import { ProfilePart, profileParts } from './problem-profile.ts';
import { profileDocument, type KeptPart, type ProfileSetting } from './problem-profile-document.ts';
import { filledPart } from './profile-fill.ts';
import type { ProfileInput, ProfileSeries } from './profile-input.ts';
import { action, gap, risk, setting, textOf } from './report-testing.ts';

const series: ProfileSeries = {
  ...{ code: 'nrm', title: 'Referrals', unit: 'people', decimals: 0, placeName: 'Harbourside' },
  ...{ detection: true, breaks: [], source: 'Home Office, 2025' },
  points: [point('2025-Q3', 17), { ...point('2025-Q4', null), suppressed: true }],
};

function point(period: string, value: number | null) {
  return {
    period,
    start: '2025-01-01',
    end: '2025-03-31',
    value,
    low: null,
    high: null,
    suppressed: false,
  };
}

const input: ProfileInput = {
  ...setting,
  ...{ marking: 'official-sensitive', review: null, inputs: [], national: [], inside: [] },
  gaps: [
    gap('beds'),
    gap('count', { kind: 'data', title: 'Nobody counts' }),
    gap('gone', { kind: 'data', title: 'Old', status: 'closed' }),
  ],
  actions: [action('a', { gaps: ['beds'] })],
  risks: [risk('r', { mitigation: 'A deputy' }), risk('closed', { status: 'closed' })],
  series: [
    series,
    { ...series, code: 'x', title: 'Crimes', placeName: 'Saltshire', points: [point('2025', 40)] },
  ],
};
const filled = (part: ProfilePart, change: Partial<ProfileInput> = {}) =>
  JSON.stringify(filledPart(part, { ...input, ...change }));

describe('[PP-1] the parts', () => {
  test('follow the template, each once', () => {
    expect(profileParts.map(({ code }) => code).toSorted()).toEqual(ProfilePart.options.toSorted());
    expect([...new Set(profileParts.map(({ group }) => group))]).toEqual([
      'Executive summary',
      'Introduction',
      'Partnership progress',
      'Partnership priorities',
      'Core trend analysis',
      'Mapping',
      'In focus',
      'Appendices',
    ]);
    expect(profileParts.filter(({ ours }) => ours).map(({ code }) => code)).toEqual(['survivors']);
  });

  test('a part fills itself in just where its guide says so', () => {
    for (const { code, fills } of profileParts)
      expect([code, filledPart(code, input).length > 0]).toEqual([code, fills]);
  });
});

describe('what is filled in', () => {
  test('[PP-3] intelligence gaps are kept gaps of data and knowledge, and what is missing', () => {
    const text = filled('intelligence-gaps');
    expect(text).toContain('Nobody counts');
    expect(text).not.toContain('Old');
    expect(text).not.toContain('Gap beds');
    expect(text).toContain('Crimes (Saltshire)');
    expect(text).toContain('Too small to show:');
  });

  test('the risk table shows the arithmetic, and no closed risk', () => {
    expect(filled('risks')).toContain('4 likely × 4 major = 16');
    expect(filled('risks')).not.toContain('Risk closed');
  });

  test('a small count stays [c], with source and the words about detection', () => {
    const text = filled('local');
    expect(text).toContain('["Referrals","[c]","–","–","2025-Q4","Home Office, 2025"]');
    expect(text).toContain('detection, not prevalence');
    expect(filled('over-time')).toContain('["2025-Q4","[c]","–"]');
  });

  test('each priority has its gap and its actions', () => {
    const text = filled('priorities');
    expect(text).toContain('1. Gap beds');
    expect(text).toContain('Action a');
    expect(text).toContain('No action is planned for it yet.');
  });
});

describe('the document', () => {
  const part = (code: ProfilePart, change: Partial<KeptPart> = {}): KeptPart => ({
    ...{ part: code, filled: [], filledAt: null, written: '', state: 'open' },
    ...change,
  });
  const draft: ProfileSetting = {
    ...setting,
    ...{ title: 'Problem profile 2026', marking: mostCareful, issue: null },
    parts: [
      part('insights', {
        written: 'Housing first.',
        filled: filledPart('definitions', input),
        filledAt: '2026-03-01T10:00:00.000Z',
      }),
      part('aim', { written: 'Secret plan', state: 'left-out' }),
    ],
  };

  test('[PP-4] is marked, with the most careful marking unless somebody says otherwise', () => {
    expect(mostCareful).toBe(markings[0]?.code);
    expect(profileDocument(draft).marking).toBe('OFFICIAL-SENSITIVE');
    expect(profileDocument({ ...draft, marking: 'public' }).marking).toBe(
      markingOf('public').printed,
    );
  });

  test('[PP-2] has what people wrote before what was filled in, with its day', () => {
    const [first] = profileDocument(draft).sections;
    expect(first?.blocks.slice(0, 4)).toMatchObject([
      { kind: 'heading', text: 'Insights' },
      { kind: 'text', text: 'Housing first.' },
      { kind: 'facts' },
      { kind: 'note', text: 'Filled in from the partnership’s records on 1 March 2026.' },
    ]);
  });

  test('leaves out what is left out, and in a version what is empty', () => {
    expect(textOf(profileDocument(draft))).not.toContain('Secret plan');
    expect(textOf(profileDocument(draft))).toContain('Nothing stands here yet.');
    const issued = profileDocument({
      ...draft,
      issue: { number: 2, byName: 'Cora', on: '2026-03-02' },
    });
    expect(issued.sections.map(({ title }) => title)).toEqual(['Executive summary']);
    expect(issued.subtitle).toBe('Harbourside · version 2, issued 2 March 2026 by Cora');
  });
});
