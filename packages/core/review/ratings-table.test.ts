import { describe, expect, test } from 'vitest';
import { ratingsFrom } from './ratings-table.ts';

const known = new Set(['1.1', '1.2']);
const read = (...lines: readonly string[]) => ratingsFrom(lines.join('\n'), known);
const problems = (...lines: readonly string[]) => {
  const found = read(...lines);
  return found.ok ? [] : found.problems.map(({ code, where }) => [code, where?.row, where?.column]);
};
const header = 'rater,agency,indicator,rating,grade,confidence';

test('reads columns in any order and any case, and leaves others alone', () => {
  const found = read(
    'Note,CONFIDENCE,Rating,Agency,Grade,Indicator,Rater',
    'x,High,4,Harbourside Council,b,1.1,r1',
    ',, NA ,Police,,1.2,r2',
  );
  expect(found).toEqual({
    ok: true,
    value: [
      {
        rater: 'r1',
        agency: 'Harbourside Council',
        indicator: '1.1',
        answer: '4',
        grade: 'B',
        confidence: 'high',
      },
      {
        rater: 'r2',
        agency: 'Police',
        indicator: '1.2',
        answer: 'na',
        grade: null,
        confidence: null,
      },
    ],
  });
});

test('grade and confidence may be absent', () => {
  expect(read('rater,agency,indicator,rating', 'r1,a,1.1,dk')).toMatchObject({
    ok: true,
    value: [{ answer: 'dk', grade: null, confidence: null }],
  });
});

describe('[RV-28] every fault is named by row and column, all at once', () => {
  test('a header without its columns', () => {
    expect(problems('who,agency,rating', 'r1,a,3')).toEqual([
      ['column-missing', 1, 'rater'],
      ['column-missing', 1, 'indicator'],
    ]);
    expect(problems('')).toHaveLength(4);
  });

  test('a column that comes twice', () => {
    expect(problems('rater,agency,indicator,rating,Rating', 'r1,a,1.1,3,4')).toEqual([
      ['column-repeated', 1, 'rating'],
    ]);
  });

  test.each(['5', '-1', '2.5', '04', 'N/A', "Don't know", 'yes', '4 0', '٣'])(
    'a rating of %s',
    (wrong) => {
      const found = read(header, `r1,a,1.1,${wrong},,`);
      expect(found).toMatchObject({
        ok: false,
        problems: [
          {
            code: 'not-one-of',
            where: { row: 2, column: 'rating' },
            details: { allowed: ['0', '1', '2', '3', '4', 'na', 'dk'] },
          },
        ],
      });
    },
  );

  test('rows of all kinds', () => {
    expect(
      problems(
        header,
        'r1,a,1.1,3,A,high',
        'r1,a,9.9,3,,',
        'r1,a,1.1,2,,',
        ',a,1.2,2,,',
        'r2,,1.2,,E,sure',
        'r1,b,1.2,2,,',
        'r3,a,1.1',
      ),
    ).toEqual([
      ['unknown-indicator', 3, 'indicator'],
      ['rated-twice', 4, 'indicator'],
      ['missing-value', 5, 'rater'],
      ['missing-value', 6, 'agency'],
      ['missing-value', 6, 'rating'],
      ['not-one-of', 6, 'grade'],
      ['not-one-of', 6, 'confidence'],
      ['two-agencies', 7, 'agency'],
      ['ragged-row', 8, undefined],
    ]);
  });

  test('a name longer than a name', () => {
    expect(problems(header, `${'x'.repeat(201)},a,1.1,3,,`)).toEqual([['too-long', 2, 'rater']]);
  });

  test('a header and nothing else', () => {
    expect(problems(header)).toEqual([['no-ratings', undefined, undefined]]);
  });
});

test('blank lines count as rows and are no fault', () => {
  expect(problems(header, '', 'r1,a,1.1,9,,')).toEqual([['not-one-of', 3, 'rating']]);
});

test('names of one rater and indicator are kept apart whatever they hold', () => {
  expect(problems(header, '"r,1",a,1.1,3,,', 'r,a,1.1,3,,')).toEqual([]);
});
