import { expect, test } from 'vitest';
import { knownTypes } from './knowledge.ts';
import { shippedTypes } from './shipped.ts';
import { suggestions, type Known } from './suggestion.ts';

const gap = { id: 'g1', topic: 'T2.1', pathways: ['LITERACY', 'DETER'] } as const;

function suggested(known: Record<string, Partial<Known>> = {}, doing: readonly string[] = []) {
  const entries = Object.entries(known).map(([type, each]): [string, Known] => [
    type,
    { confidence: 'low', claim: 'c1', contexts: [], topics: [], ...each },
  ]);
  const here = { context: 'GB', doing: new Set(doing) };
  return suggestions(gap, shippedTypes.types, new Map(entries), here);
}

test('[PV-1] there are 25 types and a class apart for law and policy, each with its status', () => {
  const programmes = shippedTypes.types.filter((each) => each.class === 'programme');
  expect(programmes).toHaveLength(25);
  expect(shippedTypes.types).toHaveLength(26);
  const of = (status: string) => programmes.filter((each) => each.status === status).length;
  expect([of('CONFIRMED'), of('EXAMPLE'), of('PRACTICE'), of('PROPOSED')]).toEqual([4, 3, 2, 16]);
});

test('[PV-8] only types that share a pathway are suggested, and each says which', () => {
  const found = suggested();
  expect(found.length).toBeGreaterThan(3);
  expect(found.every(({ sharedPathways }) => sharedPathways.length > 0)).toBe(true);
  expect(found.some(({ type }) => type === 'safe-housing')).toBe(false);
});

test('[PV-8] the surest come first, then those tried in a like context', () => {
  const found = suggested({
    helpline: { confidence: 'low', contexts: ['NP'] },
    outreach: { confidence: 'low', contexts: ['GB'] },
    'inspection-licensing': { confidence: 'moderate', contexts: ['NP'] },
  });
  expect(found.slice(0, 3).map(({ type }) => type)).toEqual([
    'inspection-licensing',
    'outreach',
    'helpline',
  ]);
});

test('[PV-8] what is not known is said', () => {
  const of = (type: string, found: ReturnType<typeof suggested>) =>
    found.find((each) => each.type === type);
  expect(of('helpline', suggested())).toMatchObject({
    ...{ confidence: 'untested', claim: null, fitsContext: null },
    unknown: ['no-claim', 'proposed-name'],
  });
  const bare = of('awareness-campaigns', suggested({ 'awareness-campaigns': {} }));
  expect(bare?.unknown).toEqual(['no-context', 'topic-only-listed']);
  const abroad = suggested({ 'awareness-campaigns': { contexts: ['NP'] } });
  expect(of('awareness-campaigns', abroad)?.unknown).toEqual([
    'other-context',
    'topic-only-listed',
  ]);
  const noWhere = suggestions(
    gap,
    shippedTypes.types,
    new Map([['helpline', { confidence: 'low', claim: 'c1', contexts: ['GB'], topics: [] }]]),
    { context: '', doing: new Set() },
  );
  expect(of('helpline', noWhere)).toMatchObject({
    fitsContext: null,
    unknown: ['own-context-unknown', 'proposed-name'],
  });
});

test('[PV-8] a type addresses the topic that its list or a claim names, and says which', () => {
  const bare = { id: 'g2', topic: 'T4.4', pathways: [] };
  const known = new Map<string, Known>([
    ['helpline', { confidence: 'low', claim: 'c1', contexts: [], topics: ['T4.4'] }],
  ]);
  const found = suggestions(bare, shippedTypes.types, known, { context: 'GB', doing: new Set() });
  expect(found.map(({ type, because }) => [type, ...because])).toEqual([
    ['helpline', 'claim-on-topic'],
    ['case-conference', 'list-names-topic'],
  ]);
});

test('[PV-8] the best claim of a type is its surest, and studies say where it was tried', () => {
  const claim = (id: string, confidence: Known['confidence'], topics: readonly string[]) => ({
    ...{ id, confidence, types: ['helpline'], topics },
  });
  const claims = [
    claim('a', 'low', ['T2.4']),
    claim('b', 'moderate', []),
    claim('c', 'moderate', []),
  ];
  const studies = [
    { interventions: ['helpline'], countries: ['NP', 'GB'] },
    { interventions: ['outreach'], countries: ['FR'] },
  ];
  expect([...knownTypes(claims, studies)]).toEqual([
    ['helpline', { confidence: 'moderate', claim: 'b', contexts: ['GB', 'NP'], topics: ['T2.4'] }],
  ]);
});

test('what is done here already is marked, not left out', () => {
  expect(suggested({}, ['helpline']).find(({ type }) => type === 'helpline')?.doneHere).toBe(true);
});
