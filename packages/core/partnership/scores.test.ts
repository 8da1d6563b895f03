import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenAmong } from './protected.ts';
import { oneVoice, type Relationship, type RelationshipWave } from './relationship.ts';
import { agreedOf, densityOf, pairsOf } from './pairs.ts';
import { partnerScores } from './scores.ts';

const nothing = {
  reliability: null,
  mission: null,
  openness: null,
  influence: null,
  resources: null,
  involvement: null,
};
const says = (
  from: string,
  to: string,
  tie: number | null,
  parts: Partial<Relationship['parts']> = {},
): Relationship => ({ from, to, tie, parts: { ...nothing, ...parts } });

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const waveOf = (
  relationships: readonly Relationship[],
  roster = letters,
  answered = [...new Set(relationships.map(({ from }) => from))],
): RelationshipWave => ({ roster, asked: roster, answered, relationships });

test('[PN-1] several people of an organisation have one voice, and none about itself', () => {
  const voices = oneVoice([
    says('a', 'b', 2, { reliability: 4 }),
    says('a', 'b', 3, { reliability: 1, mission: 2 }),
    says('a', 'a', 4),
  ]);
  expect(voices).toEqual([says('a', 'b', 2.5, { reliability: 2.5, mission: 2 })]);
});

describe('trust and value', () => {
  // b to f answer about a; g was asked and has not. By hand, with 4, 4, 2, and only two parts from c:
  // trust b = (4 + 4 + 1) ÷ 3 = 3, c = (4 + 2) ÷ 2 = 3, d = 4, e = 1, f = 2; mean 13 ÷ 5 = 2.6.
  const about = [
    says('b', 'a', 4, { reliability: 4, mission: 4, openness: 1 }),
    says('c', 'a', 1, { reliability: 4, mission: 2 }),
    says('d', 'a', 2, { reliability: 4, mission: 4, openness: 4 }),
    says('e', 'a', 3, { reliability: 1, mission: 1, openness: 1 }),
    says('f', 'a', 1, { reliability: 2, mission: 2, openness: 2 }),
  ];
  const scores = partnerScores(waveOf(about, letters, ['b', 'c', 'd', 'e', 'f']));
  const of = (organisation: string) =>
    scores.organisations.find((each) => each.organisation === organisation)?.scores;

  test('[PN-2] are means over organisations, of the parts that were answered', () => {
    expect(of('a')?.trust).toMatchObject({ n: 5, value: 2.6, hidden: null });
    expect(of('a')?.reliability).toMatchObject({ n: 5, value: 3 });
  });

  test('[PN-6] have bounds for who has not answered: one, for a itself is not asked about a', () => {
    // (13 + 1) ÷ 6 and (13 + 4) ÷ 6.
    expect(of('a')?.trust.lowest).toBeCloseTo(14 / 6, 12);
    expect(of('a')?.trust.highest).toBeCloseTo(17 / 6, 12);
    expect(scores).toMatchObject({ asked: 7, answered: 5, responseRate: 5 / 7 });
  });

  test('[PN-5] [PN-7] openness has four answers and is hidden with its bounds; of b nobody says anything', () => {
    expect(of('a')?.openness).toEqual({
      ...{ n: 4, value: null, lowest: null, highest: null },
      hidden: 'too-few',
    });
    expect(of('b')?.trust.hidden).toBe('nobody');
    expect(scores.whole.openness).toMatchObject({ n: 4, hidden: 'too-few' });
  });

  test('[PN-2] who says there is no tie has no say about trust', () => {
    const without = about.map((each) => (each.from === 'f' ? { ...each, tie: 0 } : each));
    const left = partnerScores(waveOf(without)).organisations[0];
    expect(left?.scores.trust).toMatchObject({ n: 4, hidden: 'too-few' });
    expect(left?.intensity).toEqual({ n: 4, value: 2.5 });
    expect(left?.ties).toEqual({ known: 4, highest: 6 });
  });
});

describe('[PN-5] what is hidden cannot be worked out from what is shown', () => {
  const said = (of: string, ...raters: string[]) => ({ of, raters });

  test('a mean is hidden to protect another', () => {
    // Shown alone, the mean of all less that of a would give what b and c think of d.
    const verdict = hiddenAmong([
      said('a', 'b', 'c', 'd', 'e', 'f'),
      said('g', 'a', 'b', 'c', 'd', 'e', 'f'),
      said('d', 'b', 'c'),
    ]);
    expect(verdict.get('d')).toBe('too-few');
    expect(verdict.get('a')).toBe('protects-others');
    expect(verdict.get('g')).toBeNull();
  });

  test('five different raters must stand behind whatever is left over, for any wave', () => {
    const anybody = fc.subarray(letters);
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 6 }), (lists) => {
        const all = lists.map((raters, at) => said(String(at), ...raters));
        const verdict = hiddenAmong(all);
        const shown = all.filter(({ of }) => verdict.get(of) === null);
        const left = new Set(
          all.filter(({ of }) => verdict.get(of) !== null).flatMap((each) => each.raters),
        );
        expect(shown.every(({ raters }) => raters.length >= 5)).toBe(true);
        if (shown.length > 0) expect(left.size === 0 || left.size >= 5).toBe(true);
      }),
    );
  });
});

describe('pairs', () => {
  // a and b both see a tie; a says no to c, c says 1 to a; b says no to c, c has not said; c and d: nobody.
  const wave = waveOf(
    [says('a', 'b', 3), says('b', 'a', 1), says('a', 'c', 0), says('c', 'a', 1), says('b', 'c', 0)],
    ['a', 'b', 'c', 'd'],
  );
  const pairs = pairsOf(wave);

  test('[PN-3] are tied by either word, and say where the two differ', () => {
    expect(
      pairs.map(({ a, b, tied, intensity, agreement }) => [a + b, tied, intensity, agreement]),
    ).toEqual([
      ['ab', true, 2, 'both'],
      ['ac', true, 0.5, 'contradicting'],
      ['ad', null, null, 'nobody'],
      ['bc', null, 0, 'only-one'],
      ['bd', null, null, 'nobody'],
      ['cd', null, null, 'nobody'],
    ]);
    expect(agreedOf(pairs)).toEqual({ n: 2, value: 0.5 });
  });

  test('[PN-4] density over those known, with bounds for the others', () => {
    expect(densityOf(pairs)).toEqual({ value: 1, lowest: 2 / 6, highest: 1 });
    expect(densityOf([])).toEqual({ value: null, lowest: null, highest: null });
  });
});

test('the bounds hold the score whatever those who are missing will say', () => {
  const rating = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(fc.array(rating, { minLength: 5, maxLength: 5 }), rating, (given, late) => {
      const say = (from: string, value: number) => says(from, 'a', 1, { reliability: value });
      const before = given.map((value, at) => say(letters[at + 1] ?? '', value));
      const trust = (all: readonly Relationship[]) =>
        partnerScores(waveOf(all)).organisations[0]?.scores.trust;
      const [early, whole] = [trust(before), trust([...before, say('g', late)])];
      expect(whole?.value ?? NaN).toBeGreaterThanOrEqual((early?.lowest ?? NaN) - 1e-12);
      expect(whole?.value ?? NaN).toBeLessThanOrEqual((early?.highest ?? NaN) + 1e-12);
    }),
  );
});
