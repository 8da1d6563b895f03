import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, isStandard, standardOf } from './standard.ts';
import { directlyStandardised, type Stratum } from './standardised.ts';
import reference from './statistics.reference.json' with { type: 'json' };

const stratum = ([count = 0, population = 0, standard = 0]: readonly number[]): Stratum => ({
  count,
  population,
  standard,
});

describe('[CP-8] a directly standardised rate carries the interval of Dobson', () => {
  test.each(reference.dsr)(
    'per $factor at $confidence',
    ({ strata, factor, confidence, ...limits }) => {
      const found = directlyStandardised(strata.map(stratum), { factor, confidence });
      for (const end of ['value', 'low', 'high'] as const)
        expect(Math.abs((found?.[end] ?? NaN) / limits[end] - 1)).toBeLessThan(1e-11);
    },
  );

  test('strata that share a rate give that rate, whatever the standard', () => {
    const standard = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.array(standard, { minLength: 1, maxLength: 20 }), (standards) => {
        const strata = standards.map((each, at) => stratum([10 * (at + 1), 4000 * (at + 1), each]));
        expect(directlyStandardised(strata)?.value).toBeCloseTo(250, 9);
      }),
    );
  });

  test('under ten counted in all there is no rate; at ten there is', () => {
    expect(directlyStandardised([stratum([9, 1000, 1])])).toBeNull();
    expect(directlyStandardised([stratum([10, 1000, 1])])?.value).toBe(1000);
  });

  test('an empty population, a negative count and no standard are refused', () => {
    expect(() => directlyStandardised([stratum([1, 0, 1])])).toThrow(RangeError);
    expect(() => directlyStandardised([stratum([-1, 10, 1])])).toThrow(RangeError);
    expect(() => directlyStandardised([stratum([1, 10, 0])])).toThrow(RangeError);
    expect(() => directlyStandardised([])).toThrow(RangeError);
  });
});

describe('[CP-9] the European standard population of 2013 is shipped', () => {
  const of = (band: string) => standardOf('european-2013', band);

  test('all ages are 100,000 people', () => {
    expect(of('0+')).toBe(100_000);
    expect(isStandard('european-2013') && !isStandard('world')).toBe(true);
  });

  test('bands are read as people write them, and several together are their sum', () => {
    expect(['0-4', '00-04', '0 to 4', '0–4 years'].map(of)).toEqual([5000, 5000, 5000, 5000]);
    expect(['85+', '90 and over', '15-64', '0-14'].map(of)).toEqual([2500, 1000, 64_500, 16_000]);
  });

  test('what cuts across the bands, or is none, has no people', () => {
    expect(['0-3', '18-64', '55-56', '87+', 'all', '', '9-5'].map(of)).toEqual(Array(7).fill(null));
    expect(bandOf('16-17')).toEqual({ from: 16, to: 17 });
  });
});
