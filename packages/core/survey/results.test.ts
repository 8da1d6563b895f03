import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { blocksOf, resultsOf, type AnswerSet } from './results.ts';
import { shippedInstruments } from './shipped/index.ts';
import { ask, instrumentOf } from './testing.ts';
import { changesBetween, matched, type WaveTarget } from './waves.ts';

const setting = {
  organisations: [
    { id: 'o1', name: 'A' },
    { id: 'o2', name: 'B' },
  ],
  today: '2026-03-02',
};
const sets = (...all: readonly Answers[]): readonly AnswerSet[] =>
  all.map((answers, at) => ({ target: `t${at}`, answers, setting }));

describe('[SV-18] a result', () => {
  const instrument = instrumentOf([
    ask('single', 'any', { list: 'yes-no' }),
    ask('number', 'staff', { shownIf: "${any} = 'yes'" }),
    ask('multiple', 'both', { list: 'yes-no' }),
    ask('text', 'words'),
  ]);
  const results = resultsOf(
    instrument,
    sets(
      { any: 'yes', staff: 2, both: ['yes', 'no'], words: 'b' },
      { any: 'yes', both: ['yes'], words: 'a' },
      { any: 'no', staff: 100 },
      {},
    ),
  );
  const of = (code: string) => results.find((each) => each.code === code);

  test('counts what was asked, what was answered, and by how many', () => {
    expect(of('any')).toMatchObject({ asked: 4, n: 3, respondents: 3 });
    // Hidden for the third, whose 100 is left over from before; the fourth has not said.
    expect(of('staff')).toMatchObject({ asked: 2, n: 1, spread: { mean: 2, median: 2 } });
  });

  test('[SV-19] gives choices as shares of those who answered', () => {
    expect(of('any')?.tallies).toEqual([
      { code: 'yes', n: 2, share: 2 / 3 },
      { code: 'no', n: 1, share: 1 / 3 },
    ]);
    expect(of('both')?.tallies?.map(({ share }) => share)).toEqual([1, 0.5]);
    expect(of('words')?.texts).toEqual(['a', 'b']);
  });
});

describe('[SV-20] a confidential question', () => {
  const instrument = instrumentOf([
    ask('rating', 'open', { list: 'four' }),
    ask('rating', 'trust', { list: 'four', confidential: true }),
    ask('text', 'why', { confidential: true }),
    ask('roster', 'ties', {
      over: 'organisations',
      questions: [ask('rating', 'each', { list: 'four', confidential: true })],
    }),
  ]);
  const answers = { open: '1', trust: '2', why: 'x', 'ties~o1~each': '3', 'ties~o2~each': '4' };

  test('shows nothing under five respondents, however many answers each gave', () => {
    const four = resultsOf(instrument, sets(answers, answers, answers, answers));
    const of = (code: string) => four.find((each) => each.code === code);
    expect(of('open')).toMatchObject({ suppressed: false, spread: { mean: 1 } });
    expect(of('trust')).toMatchObject({ n: 4, suppressed: true, spread: null, tallies: null });
    expect(of('each')).toMatchObject({ n: 8, respondents: 4, suppressed: true, spread: null });
  });

  test('shows aggregates from five on, and never a text', () => {
    const five = resultsOf(
      instrument,
      sets(answers, answers, answers, answers, { ...answers, trust: '4' }),
    );
    const of = (code: string) => five.find((each) => each.code === code);
    // (2 × 4 + 4) ÷ 5 = 2.4
    expect(of('trust')).toMatchObject({
      suppressed: false,
      spread: { mean: 2.4, least: null, most: null },
      tallies: null,
    });
    expect(of('each')).toMatchObject({ n: 10, spread: { mean: 3.5 } });
    expect(of('why')).toMatchObject({ n: 5, texts: null });
  });
});

test('[SV-22] a block’s trust figure is the share of answers that are not fully positive', () => {
  const trust = shippedInstruments.find(({ code }) => code === 'trust-and-communication');
  if (trust === undefined) throw new RangeError('it is shipped');
  const given = { 'keep-word': 'yes', 'safe-to-share': 'to-some-extent', 'same-aim': 'undecided' };
  const five = sets(given, given, given, given, { 'keep-word': 'no', 'same-aim': 'agree' });
  // Trust: 4 yes, 4 to some extent, 1 no; statements: 4 undecided, 1 agree.
  expect(blocksOf(trust, five)).toEqual([
    { section: 'trust', n: 9, respondents: 5, notFullyPositive: 5 / 9 },
    { section: 'statements', n: 5, respondents: 5, notFullyPositive: 4 / 5 },
  ]);
  expect(blocksOf(trust, five.slice(1))[0]).toMatchObject({
    respondents: 4,
    notFullyPositive: null,
  });
});

describe('[SV-24] two waves', () => {
  const target = (id: string, change: Partial<WaveTarget> = {}): WaveTarget => ({
    ...{ id, label: id, organisation: null, listed: null, counts: true, mergedInto: null },
    ...change,
  });
  const before = [
    target('1', { organisation: 'police' }),
    target('2', { label: 'Harbour  Charity' }),
    target('3', { organisation: 'old-forum' }),
    target('4', { listed: 'gone' }),
    target('5', { organisation: 'faith' }),
    target('6', { counts: false }),
  ];
  const after = [
    target('a', { organisation: 'police', label: 'Constabulary' }),
    target('b', { label: 'harbour charity' }),
    target('c', { organisation: 'new-forum' }),
    target('d', { organisation: 'faith', counts: false, mergedInto: 'a' }),
    target('e', { label: 'New one' }),
  ];
  const found = matched(before, after, new Map([['old-forum', 'new-forum']]));

  test('match by entry in the directory, merged entries being one, else by name', () => {
    expect(found.both.map((each) => [each.before.id, each.after.id])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
    expect(found.removed.map(({ id }) => id)).toEqual(['4']);
    expect(found.new.map(({ id }) => id)).toEqual(['e']);
    expect(found.merged.map((each) => [each.before.id, each.into.id])).toEqual([['5', 'a']]);
  });

  test('[SV-25] show a confidential question over all only, and only as it was when they closed', () => {
    const instrument = instrumentOf([
      ask('rating', 'open', { list: 'four' }),
      ask('rating', 'trust', { list: 'four', confidential: true }),
    ]);
    const six = ['1', '2', '3', '4', '5', '6'];
    const wave = (value: string, closed: boolean) => {
      const all = six.map((id) => ({
        target: id,
        answers: { open: value, trust: value },
        setting,
      }));
      // One answer set has been taken out since the wave closed.
      return { instrument, sets: all.slice(1), frozen: closed ? resultsOf(instrument, all) : null };
    };
    const both = matched(
      six.map((id) => target(id)),
      six.slice(2).map((id) => target(id)),
    );
    const of = (code: string, closed: boolean) =>
      changesBetween(wave('2', true), wave('3', closed), both).changes.find(
        (each) => each.code === code,
      );
    expect(of('open', true)?.all.map(({ n }) => n)).toEqual([5, 5]);
    expect(of('open', true)?.matched?.map(({ n }) => n)).toEqual([4, 4]);
    expect(of('trust', true)?.matched).toBe(null);
    expect(of('trust', true)?.all).toMatchObject([
      { n: 6, spread: { mean: 2 } },
      { n: 6, spread: { mean: 3 } },
    ]);
    expect(of('trust', false)?.all[1]).toMatchObject({ n: 5, suppressed: true, spread: null });
  });
});
