import { describe, expect, test } from 'vitest';
import { assembled } from './assembled.ts';
import { balances } from './account.ts';
import type { DirectoryFile } from './directory-file.ts';
import { mapping2017 } from './import-mapping.ts';
import { partnershipReport } from './report.ts';
import { oddMembers, oddPartnerships } from './testing.ts';

function read(change: Partial<Parameters<typeof assembled>[0]> = {}): DirectoryFile {
  const outcome = assembled({
    ...{ partnerships: oddPartnerships, members: oddMembers, mapping: mapping2017, areas: null },
    ...change,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const directory = read();
const of = (key: string) => directory.partnerships.find((each) => each.key === key);
const queued = (kind: string) =>
  directory.cleanUp
    .filter((item) => item.kind === kind)
    .map(({ partnership, row, column, text }) => [partnership, row, column, text]);

describe('partnerships', () => {
  test('[DR-7] rows of one id are one partnership with many areas', () => {
    expect(directory.partnerships.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(of('1')?.profile.areas).toEqual([
      { code: 'kent', name: 'Kent' },
      { code: 'essex', name: 'Essex' },
    ]);
  });

  test('spaces, cases and compound answers are resolved by the mapping', () => {
    expect(of('4')?.name).toBe('Coast Group');
    expect(of('4')?.profile.chair.category).toBe('police-ngo');
    expect(of('4')?.profile.coordinator.category).toBe('police');
    expect(of('5')?.profile.chair.category).toBe('rotates');
    expect(of('3')?.profile.activities?.map(({ category }) => category)).toEqual([
      'intelligence-sharing',
    ]);
  });

  test('[DR-1] what was not answered is neither an answer nor "none"', () => {
    expect(of('2')?.profile).toMatchObject({ chair: { category: '' }, activities: null });
  });

  test('[DR-9] what cannot be resolved waits for a person, with its row and column', () => {
    expect(queued('name-missing')).toEqual([['2', 4, 'PartnershipName', '']]);
    expect(queued('name-open')).toEqual([['3', 5, 'PartnershipName', 'Not yet defined']]);
    expect(queued('answer-open')).toEqual([['3', 5, 'chaired', 'TBD']]);
    expect(queued('value-unknown')).toEqual([['6', 8, 'chaired', 'GUILD']]);
    expect(queued('activity-other')).toEqual([['4', 6, 'activities', 'Beach patrols']]);
    expect(queued('activity-unexplained')).toEqual([['6', 8, 'Other', 'y']]);
    expect(queued('activities-differ')).toEqual([
      ['5', 7, 'activities', 'Intelligence sharing, Survivor support'],
    ]);
    expect(queued('area-unknown')).toEqual([['6', 8, 'PoliceIDs', 'atlantis']]);
    expect(queued('id-missing')[0]?.slice(0, 3)).toEqual(['', 9, '']);
  });

  test('the ticks stand where the words say more', () => {
    expect(of('5')?.profile.activities?.map(({ category }) => category)).toEqual([
      'intelligence-sharing',
    ]);
  });

  test('rows of one id that disagree are asked about, and the first stands', () => {
    const two = oddPartnerships.replace('essex,1,Subregional', 'essex,1,Regional');
    const other = read({ partnerships: two });
    expect(other.cleanUp.filter(({ kind }) => kind === 'rows-differ')).toMatchObject([
      {
        partnership: '1',
        row: 3,
        column: 'area',
        text: 'Regional',
        details: { first: 'Subregional' },
      },
    ]);
    expect(other.partnerships[0]?.profile.scale).toBe('subregional');
  });

  test('a column that is missing bars the file', () => {
    const outcome = assembled({
      ...{ partnerships: oddPartnerships.replace('chaired', 'led'), members: null },
      ...{ mapping: mapping2017, areas: null },
    });
    expect(outcome).toEqual({
      ok: false,
      problems: [
        {
          code: 'column-missing',
          details: {},
          where: { file: 'partnerships', row: 1, column: 'chaired' },
        },
      ],
    });
  });
});

describe('[DR-8] accounts', () => {
  const [partnerships, members] = directory.accounts;

  test('balance, row by row and cell by cell', () => {
    expect(directory.accounts.map(balances)).toEqual([true, true]);
    expect(partnerships?.rows).toEqual({
      partnership: 6,
      'further-area': 1,
      'queued:id-missing': 1,
    });
    // 8 rows of 20 cells; two unnamed columns are empty in all rows but the queued one, which is queued whole.
    expect(partnerships?.cellsIn).toBe(160);
    expect(partnerships?.cells).toMatchObject({
      'queued:id-missing': 20,
      'empty-unnamed-column': 14,
    });
    expect(members?.rows).toEqual({
      used: 3,
      'queued:members-missing': 1,
      'queued:partnership-unknown': 1,
    });
  });

  test('an account that lacks something does not balance', () => {
    expect(balances({ ...partnershipsOr(), rowsIn: 9 })).toBe(false);
  });

  function partnershipsOr() {
    if (partnerships === undefined) throw new Error('no account');
    return partnerships;
  }
});

describe('members', () => {
  const members = (key: string) =>
    directory.memberships
      .filter(({ partnership }) => partnership === key)
      .map(({ organisation, reason }) => [organisation, reason]);

  test('[DR-10] spellings of one body are that body', () => {
    expect(members('1')).toEqual([
      ['glaa', 'known-as'],
      ['kent-county-council', 'new-name'],
      ['hmrc', 'known-as'],
      ['british-red-cross', 'known-as'],
    ]);
    expect(members('3')).toEqual([['glaa', 'known-as']]);
  });

  test('kinds, counts, sentences and links are queued, with what they may mean', () => {
    expect(queued('member-category').map(([, , , text]) => text)).toEqual(['Police', 'NGOs']);
    const [police] = directory.cleanUp.filter(({ kind }) => kind === 'member-category');
    expect(police).toMatchObject({
      details: { sector: 'police' },
      suggestions: [{ organisation: 'police-surrey', score: 0.9, reason: 'force-of-the-area' }],
    });
    const counted = directory.cleanUp.find(({ text }) => text === 'GMP DCs');
    expect(counted).toMatchObject({
      kind: 'member-suggested',
      details: { count: '2' },
      suggestions: [{ organisation: 'police-greatermanchester', reason: 'part-of' }],
    });
    expect(queued('member-link')).toHaveLength(1);
  });

  test('what one row has added, the next one knows', () => {
    const misspelt = directory.cleanUp.find(({ text }) => text === 'Kent Conty Council');
    expect(misspelt?.suggestions[0]).toMatchObject({
      organisation: 'kent-county-council',
      reason: 'spelling',
    });
  });

  test('[DR-11] what people have accepted is taken, and what they have refused does not come again', () => {
    const key = 'kent conty council';
    const known = [
      { key: 'k', name: 'Kent County Council', sector: 'council', otherNames: [], area: null },
    ];
    const accepted = read({ known, learnt: [{ key, organisation: 'k', refused: false }] });
    expect(accepted.memberships).toContainEqual({
      ...{ partnership: '3', organisation: 'k', asWritten: 'Kent Conty Council' },
      reason: 'accepted-before',
    });
    const refused = read({ known, learnt: [{ key, organisation: 'k', refused: true }] });
    expect(refused.memberships).toContainEqual({
      ...{ partnership: '3', organisation: 'kent-conty-council' },
      ...{ asWritten: 'Kent Conty Council', reason: 'new-name' },
    });
  });

  test('where the files disagree, the first stands and a person is asked', () => {
    expect(queued('name-differs')).toEqual([['2', 3, 'partnership', 'The Quay Partnership']]);
    expect(queued('answer-differs')).toEqual([
      ['2', 3, 'chaired', 'Police'],
      ['4', 5, 'chaired', 'Police'],
    ]);
    expect(queued('members-missing').map(([key]) => key)).toEqual(['2', '5', '6']);
    expect(queued('partnership-unknown')[0]?.slice(0, 2)).toEqual(['', 6]);
  });
});

test('[DR-12] [DR-13] the report counts answers among those who answered', () => {
  const report = partnershipReport(directory.partnerships, directory.areas);
  expect(report.partnerships).toBe(6);
  // Kent, Essex, Surrey and Cumbria of the 45.
  expect(report.areas).toMatchObject({ covered: 4, total: 45 });
  expect(report.areas.uncovered).toHaveLength(41);
  // Answered by 1, 4 and 5: blank, "TBD" and "GUILD" are no answers.
  expect(report.chair).toEqual([
    { value: 'police', n: 1, share: 1 / 3 },
    { value: 'rotates', n: 1, share: 1 / 3 },
    { value: 'police and NGO', n: 1, share: 1 / 3 },
  ]);
  expect(report.activity[0]).toEqual({ value: 'intelligence sharing', n: 4, share: 4 / 5 });
});
