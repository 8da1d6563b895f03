import { expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { shippedTypes } from '../prevention/index.ts';
import { Claim } from './claim.ts';
import { graded, usualRule } from './graded.ts';
import { policyGuide, type GuideInput } from './guide.ts';
import { outcomes } from './outcomes.ts';
import { Protocol } from './protocol.ts';
import { starterRegister } from './shipped/index.ts';
import { Study } from './study.ts';

const study = (id: string, more: object = {}) =>
  Study.parse({ id, title: `Study ${id}`, year: 2020, ...more });
const studies = [
  study('a', { sms: 3, countries: ['Ghana'], survivorsInDesign: true }),
  study('b', { sms: 4, countries: ['Peru'], survivorsInDesign: false }),
  study('c', { sms: 4, countries: ['Nepal'] }),
];
const claim = (change: object) => {
  const whole = Claim.parse({ id: 'x', statement: 'X works.', theme: 'Markets', ...change });
  const found = graded(whole, new Map(studies.map((each) => [each.id, each])));
  return { ...whole, found, freshness: 'stale' as const };
};
const input: GuideInput = {
  ...{ today: '2026-03-01', partnership: { name: 'Ours', madeUp: false } },
  claims: [
    claim({
      links: [
        { study: 'a', stance: 'supports', note: 'Table 2' },
        { study: 'b', stance: 'supports' },
        { study: 'c', stance: 'contradicts' },
      ],
      override: { confidence: 'low', by: 'C. Reader', reason: 'All small.' },
      verdict: 'mixed',
    }),
    claim({ id: 'y', statement: 'Y works.', theme: '' }),
    claim({ id: 'z', statement: 'Z is gone.', status: 'superseded' }),
  ],
  ...{ studies, rule: usualRule, ruleBecause: null },
  protocols: [
    Protocol.parse({
      ...{ title: 'First search', databases: ['Scopus'], identified: 40, screened: 30 },
      excluded: [{ reason: 'Not about people', n: 12 }],
    }),
  ],
  groups: [],
  arrivals: { new: 30, duplicate: 8, rejected: 2 },
};
const guide = policyGuide(input);
const said = JSON.stringify(guide.sections);

test('[EV-19] a guide is a document whose claims stand by theme, verdict and confidence apart', () => {
  expect(Document.parse(guide)).toEqual(guide);
  expect(guide.sections.map(({ title }) => title).slice(0, 3)).toEqual([
    'In short',
    'Markets',
    'Other claims',
  ]);
  // Two strong of three for it: 67 % is over six in ten, so the rule says moderate; a person says low.
  expect(said).toContain('low (the rule says moderate)');
  expect(said).toContain('C. Reader: All small.');
  expect(said).toContain('"Against:","text":"Study c (2020; Maryland 4 of 5; title only)');
  expect(said).not.toContain('Z is gone');
  expect(guide.sheet.rows.map((row) => row[0])).toEqual(['x', 'y']);
});

test('[EV-19] claims that are held stand apart in short, whether or not they end in a full stop', () => {
  const held = (statement: string) =>
    claim({ statement, override: { confidence: 'high', by: 'C. Reader', reason: 'Seen here.' } });
  const { sections } = policyGuide({ ...input, claims: [held('V works'), held('W works.')] });
  expect(JSON.stringify(sections[0])).toContain('“V works” and “W works”.');
});

test('[EV-19] a guide without claims says so, and draws no empty table', () => {
  expect(policyGuide({ ...input, claims: [] }).sections[0]?.blocks).toEqual([
    { kind: 'list', items: [{ text: 'No claim is written yet, so nothing is known here yet.' }] },
  ]);
});

test('[EV-12] [EV-19] its annex says how the studies were found, what was not counted, and why things were left out', () => {
  expect(said).toContain(
    '40 records came into the register: 30 new publications, 8 there already, 2 rejected',
  );
  expect(said).toContain('["Left out: Not about people","12"]');
  expect(said).toContain('["Duplicates","– (not counted)"]');
});

test('[EV-18] survivors’ part is told over the studies that say', () => {
  expect(said).toContain('["In design","1 of 2","50%","1"]');
  expect(said).toContain('["In evaluating it","– (no study says)","–","3"]');
});

test('[EV-20] the starter register is whole, graded by nobody, and says what was read of each study', () => {
  const codes = new Set(shippedTypes.types.map(({ code }) => code));
  const known = new Set(outcomes.map(({ code }) => code));
  for (const each of starterRegister.studies) {
    expect([each.sms, each.weight, each.nesta, each.amstar, each.verdict]).toEqual([
      ...[null, null, null, null, null],
    ]);
    expect(each.note).not.toBe('');
    expect(each.interventions.filter((code) => !codes.has(code))).toEqual([]);
    expect(each.findings.filter(({ outcome }) => !known.has(outcome))).toEqual([]);
    expect(starterRegister.sources.some(({ id }) => id === each.source)).toBe(true);
  }
  for (const { types, links } of starterRegister.claims) {
    expect(types.filter((code) => !codes.has(code))).toEqual([]);
    expect(links).not.toEqual([]);
  }
  for (const { reference } of starterRegister.sources)
    expect(reference.url !== '' || reference.doi !== '').toBe(true);
});
