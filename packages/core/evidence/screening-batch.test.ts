import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  agreementAt,
  firmAfterSeconds,
  isFirm,
  marked,
  protocolCounts,
  standings,
  usualReasons,
} from './screening-batch.ts';
import { flow, type Screened, type ScreeningStage, type Settled } from './screening.ts';

function said(
  source: string,
  person: string,
  decision: Screened['decision'],
  more: { stage?: ScreeningStage; reason?: string } = {},
): Screened {
  return { source, person, decision, stage: 'title-abstract', reason: '', ...more };
}
const both = (source: string, stage: ScreeningStage, decision: Screened['decision']) =>
  ['ada', 'ben'].map((person) => said(source, person, decision, { stage }));

test('[EV-10] the full text is not asked for before title and abstract are included', () => {
  const decisions = [
    ...both('a', 'title-abstract', 'include'),
    ...both('a', 'full-text', 'include'),
    said('b', 'ada', 'include'),
    ...both('b', 'full-text', 'include'),
  ];
  expect(standings(['a', 'b', 'c'], decisions, [], usualReasons)).toEqual([
    { source: 'a', titleAbstract: 'included', fullText: 'included', reason: '' },
    { source: 'b', titleAbstract: 'half', fullText: 'waiting', reason: '' },
    { source: 'c', titleAbstract: 'waiting', fullText: 'waiting', reason: '' },
  ]);
});

test('[EV-12] of two reasons the earlier on the list counts, and a settled one over both', () => {
  const out = (source: string, person: string, reason: string) =>
    said(source, person, 'exclude', { stage: 'full-text', reason });
  const decisions = [
    ...both('a', 'title-abstract', 'include'),
    ...both('b', 'title-abstract', 'include'),
    ...[out('a', 'ada', 'design'), out('a', 'ben', 'population')],
    ...[out('b', 'ada', 'design'), said('b', 'ben', 'include', { stage: 'full-text' })],
  ];
  const settled: Settled = {
    ...{ source: 'b', stage: 'full-text', decision: 'exclude', reason: 'setting' },
  };
  const found = standings(['a', 'b'], decisions, [settled], usualReasons);
  expect(found.map(({ fullText, reason }) => [fullText, reason])).toEqual([
    ['excluded', 'population'],
    ['excluded', 'setting'],
  ]);
});

test('[EV-11] agreement counts what both decided at that stage, and nobody else', () => {
  const decisions = [
    ...both('a', 'title-abstract', 'include'),
    said('b', 'ada', 'include'),
    said('b', 'ben', 'exclude'),
    said('c', 'ada', 'include'),
    said('a', 'eve', 'exclude'),
    ...both('b', 'full-text', 'include'),
  ];
  const at = (stage: ScreeningStage) => agreementAt(stage, decisions, ['ada', 'ben']);
  expect(at('title-abstract')).toMatchObject({ n: 2, agreed: 1 });
  expect(at('full-text')).toMatchObject({ n: 1, agreed: 1 });
});

test('[EV-21] a decision is firm once it can no longer have been a slip of the finger', () => {
  const at = new Date('2026-03-02T10:00:00Z');
  const later = (ms: number) => new Date(at.getTime() + ms);
  expect(isFirm(at, later(firmAfterSeconds * 1000 - 1))).toBe(false);
  expect(isFirm(at, later(firmAfterSeconds * 1000))).toBe(true);
});

test('[EV-12] what a protocol is told adds up to what was screened', () => {
  const out = { titleAbstract: 'included', fullText: 'excluded', reason: 'design' } as const;
  const found = flow({ new: 4, duplicate: 2, rejected: 1 }, [
    { titleAbstract: 'excluded', fullText: 'waiting', reason: '' },
    { titleAbstract: 'included', fullText: 'included', reason: '' },
    out,
    out,
  ]);
  const words = { titleAbstract: 'Title and abstract', of: (code: string) => `Why: ${code}` };
  expect(protocolCounts(found, words)).toEqual({
    ...{ identified: 7, duplicates: 2, screened: 4, included: 1 },
    excluded: [
      { reason: 'Title and abstract', n: 1 },
      { reason: 'Why: design', n: 2 },
    ],
  });
});

test('words are marked where a word begins with them, and what speaks against goes first', () => {
  const pieces = marked('Survivors and trafficked workers; untrafficked mice.', {
    for: ['survivor', 'traffick', 'mice'],
    against: ['mice', ''],
  });
  expect(pieces.filter(({ speaks }) => speaks !== null)).toEqual([
    { text: 'Survivor', speaks: 'for' },
    { text: 'traffick', speaks: 'for' },
    { text: 'mice', speaks: 'against' },
  ]);
});

test('whatever is marked, the pieces joined are the text', () => {
  const words = fc.array(fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.string(), words, words, (text, wanted, unwanted) => {
      const pieces = marked(text, { for: wanted, against: unwanted });
      expect(pieces.map((each) => each.text).join('')).toBe(text);
    }),
  );
});
