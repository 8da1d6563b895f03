import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countries, countryMeant, countryNamed } from './country.ts';
import { records } from './table/index.ts';

const referrals = new URL('../../../shared/data/uk/nrm-records-2022q2-2023q3.csv', import.meta.url);

describe('a country as people write it', () => {
  test('by either code, by its name, by a short or long form, in whatever order of its words', () => {
    for (const { code, alpha3, name } of countries)
      for (const each of [code, alpha3, name, name.toUpperCase()])
        expect([each, countryNamed(each)]).toEqual([each, code]);
    const said: Readonly<Record<string, string>> = {
      ...{ 'Viet Nam': 'VN', UK: 'GB', Scotland: 'GB', 'Ivory Coast': 'CI', "Cote d'Ivoire": 'CI' },
      ...{ 'DR Congo': 'CD', 'Congo, Democratic Republic of the': 'CD', 'Republic of Congo': 'CG' },
      ...{ 'Korea (Republic of)': 'KR', "Korea, Democratic People's Republic of": 'KP' },
      ...{ 'Islamic Republic of Afghanistan': 'AF', 'Saint Lucia': 'LC', 'the Gambia': 'GM' },
    };
    for (const [text, code] of Object.entries(said))
      expect([text, countryNamed(text)]).toEqual([text, code]);
  });

  test('an empty cell says nothing, and what is no country is nothing', () => {
    expect(countryNamed(' ')).toBe('');
    expect(countryNamed('Atlantis')).toBeNull();
    expect(countryNamed('Vietnamese')).toBeNull();
  });
});

describe('a country that a value of records says', () => {
  test('by nationality too, and by codes in capitals only', () => {
    const said: Readonly<Record<string, string | null>> = {
      ...{ Vietnamese: 'VN', British: 'GB', 'Central African': 'CF', Kosovan: 'XK', NO: 'NO' },
      ...{ no: null, la: null, No: null, uk: 'GB', 'Congolese (DRC)': 'CD', Unknown: null },
    };
    for (const [text, code] of Object.entries(said))
      expect([text, countryMeant(text)]).toEqual([text, code]);
  });

  test('none where several are meant', () => {
    for (const text of ['Congolese', 'Dominican', 'Korean', 'Pakistani UK'])
      expect([text, countryMeant(text)]).toEqual([text, null]);
  });

  test.skipIf(!existsSync(referrals))(
    'nearly every single nationality of the real referrals (skipped without the shared data)',
    () => {
      const rows = records(readFileSync(referrals, 'utf8')).records;
      const said = rows.map(({ cells }) => cells.nationality ?? '');
      const missed = new Set(said.filter((text) => countryMeant(text) === null && !/ /.test(text)));
      expect([...missed]).toEqual(['Unknown']);
    },
  );
});
