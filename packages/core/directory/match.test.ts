import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryOf, ukOrganisations } from './known.ts';
import { Matcher } from './match.ts';
import { edits, initialsOf, likeness, organisationKey, tellingWords } from './name.ts';

const matcher = new Matcher(ukOrganisations);
const best = (text: string, areas: readonly string[] = []) => {
  const [first] = matcher.suggestions(text, areas);
  return first === undefined ? null : [first.organisation, first.reason];
};

describe('keys', () => {
  test.each([
    ['The Salvation Army', 'salvation army'],
    ['Warrington BC', 'warrington borough council'],
    ['Fire & Rescue', 'fire and rescue'],
    ['An Garda Síochána', 'an garda siochana'],
    ['Dorset Constabulary', 'dorset police'],
    ['St. Helens', 'saint helens'],
  ])('%s → %s', (name, key) => expect(organisationKey(name)).toBe(key));

  test('the key of a key is that key', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const key = organisationKey(name);
        expect(organisationKey(key)).toBe(key);
      }),
    );
  });

  test('edits count a swap once, and are the same both ways', () => {
    expect(edits('chrysalis', 'chyrsalis')).toBe(1);
    expect(edits('', 'abc')).toBe(3);
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (one, other) => {
        expect(edits(one, other)).toBe(edits(other, one));
        expect(edits(one, one)).toBe(0);
      }),
    );
  });

  test('likeness is 1 for the same telling words, and 0 for words that many bear', () => {
    const words = tellingWords;
    expect(likeness(words('Halton Council'), words('Council of Halton'))).toBe(1);
    expect(likeness(words('County Council'), words('County Council Trust'))).toBe(0);
    expect(likeness([], [])).toBe(0);
    expect(likeness(words('North Quay Council'), words('South Quay Council'))).toBeLessThan(0.6);
  });

  test('initials leave small words out', () => {
    expect(initialsOf('Office of the Police and Crime Commissioner')).toBe('opcc');
  });
});

describe('[DR-10] the letters agree', () => {
  test.each([
    ['GLA', 'glaa', 'known-as'],
    ['GLAA', 'glaa', 'known-as'],
    ['Gangmasters', 'glaa', 'known-as'],
    ['Gangmasters and Labour Abuse Authority', 'glaa', 'same-name'],
    ['HM Revenue & Customs', 'hmrc', 'same-name'],
    ['PSNI', 'police-northernireland', 'known-as'],
    ['Gloucestershire Police', 'police-gloucestershire', 'same-name'],
    ['National Crime Agency (NCA)', 'nca', 'name-and-short-form'],
  ])('%s is %s by %s', (text, organisation, reason) =>
    expect(best(text)).toEqual([organisation, reason]),
  );
});

describe('less than that is a suggestion with its reason', () => {
  test.each([
    ['Soroptomist International', 'soroptimist', 'spelling'],
    ['UKVI voluntary returns', 'ukvi', 'part-of'],
    ['Home Office (somewhere)', 'home-office', 'part-of'],
    ['Kent Police Volunteers', 'police-kent', 'words-in-common'],
  ])('%s may be %s by %s', (text, organisation, reason) => {
    expect(best(text)).toEqual([organisation, reason]);
    expect(matcher.suggestions(text)[0]?.score).toBeLessThan(1);
  });

  test('a council, a fire service and a police force of one county are not each other', () => {
    expect(best('Cheshire East Council')).toBeNull();
    expect(best('Dorset and Wiltshire Fire and Rescue')).toBeNull();
  });

  test('"Police" is the force where there is one area, and nobody where there are two', () => {
    expect(best('Police', ['kent'])).toEqual(['police-kent', 'force-of-the-area']);
    expect(best('Police', ['kent', 'essex'])).toBeNull();
  });

  test('initials of three letters or more', () => {
    const council = {
      key: 'w',
      name: 'West Quay County Council',
      sector: 'council',
      otherNames: [],
      area: null,
    };
    expect(new Matcher([council]).suggestions('WQCC')).toEqual([
      { organisation: 'w', name: council.name, score: 0.75, reason: 'initials' },
    ]);
  });

  test('at most three, the best first', () => {
    const scores = matcher.suggestions('Regional Organised Crime Unit').map(({ score }) => score);
    expect(scores).toHaveLength(3);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

test.each([
  ['NGOs', 'ngo'],
  ['the seven Local Authorities', 'council'],
  ['4 Local Authority areas', 'council'],
  ['LA housing', 'council'],
  ['Housing', 'housing'],
  ['Private Sector (banks, firms)', 'business'],
  ['Halton Borough Council', null],
])('%s names a kind and nobody: %s', (text, sector) => expect(categoryOf(text)).toBe(sector));
