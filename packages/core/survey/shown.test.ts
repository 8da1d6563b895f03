import { describe, expect, test } from 'vitest';
import { rosterAnswers, type Answers, type AnswerValue } from './answers.ts';
import { checked } from './checked.ts';
import { problemOfValue, problemsOfAnswer } from './problems.ts';
import { progress } from './progress.ts';
import { choicesOf, shown } from './shown.ts';
import { ask, instrumentOf } from './testing.ts';

const setting = {
  organisations: [
    { id: 'o1', name: 'Police' },
    { id: 'o2', name: 'Council' },
  ],
  today: '2026-03-02',
};
const keys = (instrument: Parameters<typeof shown>[0], answers: Answers) =>
  shown(instrument, answers, setting).map(({ key }) => key);
const codes = (problems: readonly { code: string; where?: { path?: string } }[]) =>
  problems.map(({ code, where }) => `${where?.path} ${code}`);

describe('[SV-9] what a condition hides', () => {
  const instrument = instrumentOf([
    ask('single', 'any', { list: 'yes-no' }),
    ask('single', 'more', { list: 'yes-no', shownIf: "${any} = 'yes'", required: true }),
    ask('text', 'words', { shownIf: "${more} = 'yes'" }),
  ]);

  test('is not asked, and what hangs on it is hidden with it', () => {
    expect(keys(instrument, {})).toEqual(['any']);
    expect(keys(instrument, { any: 'yes', more: 'yes' })).toEqual(['any', 'more', 'words']);
    // The answer to "more" is still kept, and counts as none while it is hidden.
    expect(keys(instrument, { any: 'no', more: 'yes' })).toEqual(['any']);
  });

  test('is not needed and not counted', () => {
    expect(codes(problemsOfAnswer(instrument, { any: 'no' }))).toEqual([]);
    expect(codes(problemsOfAnswer(instrument, { any: 'yes' }))).toEqual(['more answer-needed']);
    expect(progress(instrument, { any: 'no', more: 'yes' }, setting)).toEqual({
      asked: 1,
      answered: 1,
    });
  });

  test('[SV-10] goes for whole sections and rosters', () => {
    const hidden = instrumentOf([], {
      sections: [
        { code: 'a', title: {}, questions: [ask('single', 'any', { list: 'yes-no' })] },
        { code: 'b', title: {}, shownIf: "${any} = 'yes'", questions: [ask('text', 'in-b')] },
        {
          code: 'c',
          title: {},
          questions: [
            ask('roster', 'r', {
              over: 'organisations',
              shownIf: "${any} = 'yes'",
              questions: [ask('text', 'in-r')],
            }),
          ],
        },
      ],
    });
    expect(keys(hidden, { any: 'no' })).toEqual(['any']);
    expect(keys(hidden, { any: 'yes' })).toEqual(['any', 'in-b', 'r~o1~in-r', 'r~o2~in-r']);
  });
});

describe('a roster', () => {
  const instrument = instrumentOf([
    ask('number', 'limit'),
    ask('roster', 'ties', {
      over: 'organisations',
      questions: [
        ask('rating', 'tie', { list: 'four' }),
        ask('number', 'staff', { shownIf: '${tie} >= 2', constraint: '. <= ${limit}' }),
      ],
    }),
    ask('roster', 'people', { over: 'entries', questions: [ask('text', 'job')] }),
  ]);

  test('[SV-11] asks about each organisation, its own answers first', () => {
    const answers = {
      limit: 5,
      'ties~o1~tie': '3',
      'ties~o2~tie': '1',
      'ties~o1~staff': 9,
      people: ['a'],
    };
    expect(keys(instrument, answers)).toEqual([
      ...['limit', 'ties~o1~tie', 'ties~o1~staff', 'ties~o2~tie', 'people', 'people~a~job'],
    ]);
    expect(codes(problemsOfAnswer(instrument, answers, setting))).toEqual([
      'ties~o1~staff constraint',
    ]);
    expect([...rosterAnswers(answers, 'ties')]).toEqual([
      ['o1', { tie: '3', staff: 9 }],
      ['o2', { tie: '1' }],
    ]);
  });

  test('knows no organisation that is not of the wave, and no question of another place', () => {
    const wrong = (key: string) => problemOfValue(instrument, key, '3', setting)?.code ?? null;
    expect(wrong('ties~o1~tie')).toBe(null);
    expect(wrong('ties~o9~tie')).toBe('question-unknown');
    expect(wrong('ties~o1~limit')).toBe('question-unknown');
    expect(wrong('ties~o1~tie~x')).toBe('question-unknown');
    expect(wrong('limit~1')).toBe('question-unknown');
    expect(wrong('ties')).toBe('question-unknown');
    expect(wrong('nothing')).toBe('question-unknown');
  });

  test('[SV-11] keeps its answers from conditions outside', () => {
    const outside = checked({
      ...instrument,
      sections: [
        ...instrument.sections,
        { code: 'two', title: {}, questions: [ask('text', 'after', { shownIf: '${tie} > 1' })] },
      ],
    });
    expect(outside).toMatchObject({ ok: false, problems: [{ code: 'inside-a-repeat' }] });
  });
});

describe('a single answer', () => {
  const instrument = instrumentOf(
    [
      ask('text', 'text'),
      ask('number', 'number', { whole: true, least: 0, most: 10 }),
      ask('date', 'date'),
      ask('single', 'single', { list: 'yes-no' }),
      ask('multiple', 'multiple', { list: 'yes-no', most: 1 }),
      ask('matrix', 'matrix', { rows: 'yes-no', columns: 'four' }),
      ask('single', 'county', { list: 'counties', filter: 'state = ${text}' }),
      ask('file', 'file'),
    ],
    {
      lists: [
        {
          code: 'yes-no',
          choices: [
            { code: 'yes', label: {} },
            { code: 'no', label: {} },
          ],
        },
        { code: 'four', choices: [{ code: '1', label: {} }] },
        {
          code: 'counties',
          choices: [
            { code: 'king', label: {}, attributes: { state: 'texas' } },
            { code: 'pierce', label: {}, attributes: { state: 'washington' } },
          ],
        },
      ],
    },
  );

  test.each<readonly [string, AnswerValue, string | null]>([
    ['text', 3, 'wrong-type'],
    ['number', 'three', 'wrong-type'],
    ['number', 2.5, 'not-whole'],
    ['number', 11, 'number-too-big'],
    ['number', -1, 'number-too-small'],
    ['number', 0, null],
    ['date', '2026-02-30', 'wrong-type'],
    ['date', '2024-02-29', null],
    ['single', 'maybe', 'choice-unknown'],
    ['multiple', ['yes', 'no'], 'too-many-choices'],
    ['multiple', ['no'], null],
    ['matrix~yes', '1', null],
    ['matrix~maybe', '1', 'question-unknown'],
    ['matrix', '1', 'question-unknown'],
    ['file', ['x'], 'question-unknown'],
    ['county', 'pierce', null],
  ])('[SV-12] %s = %s gives %s', (key, value, expected) => {
    expect(problemOfValue(instrument, key, value, setting)?.code ?? null).toBe(expected);
  });

  test('[SV-12] that is no longer offered is found at the end', () => {
    expect(codes(problemsOfAnswer(instrument, { text: 'texas', county: 'pierce' }))).toEqual([
      'county choice-not-offered',
    ]);
    const county = shown(instrument, {}).find(({ key }) => key === 'county');
    expect(
      county && choicesOf(instrument, county, { text: 'texas' }).map(({ code }) => code),
    ).toEqual(['king']);
  });
});

describe('an instrument is refused', () => {
  const refusals = (questions: readonly object[]) => {
    const made = checked({
      ...instrumentOf([ask('text', 'a')]),
      sections: [{ code: 's', title: {}, questions }],
    });
    return made.ok ? [] : made.problems.map(({ code }) => code);
  };
  test('[SV-1] when a code occurs twice', () => {
    expect(refusals([ask('text', 'a'), ask('date', 'a')])).toEqual(['code-twice']);
  });
  test('[SV-4] when a list is not there, or a rating has no numbers', () => {
    expect(refusals([ask('single', 'a', { list: 'x' })])).toEqual(['list-unknown']);
    expect(refusals([ask('rating', 'a', { list: 'yes-no' })])).toEqual(['rating-not-numbers']);
  });
  test('[SV-13] when being shown hangs on itself', () => {
    expect(
      refusals([
        ask('text', 'a', { shownIf: "${b} = '1'" }),
        ask('text', 'b', { shownIf: "${a} = '1'" }),
      ]),
    ).toEqual(['shown-in-a-circle', 'shown-in-a-circle']);
  });
  test('when a condition names nothing that can be answered', () => {
    expect(refusals([ask('note', 'n'), ask('text', 'a', { shownIf: "${n} = '1'" })])).toEqual([
      'not-one-answer',
    ]);
    expect(refusals([ask('text', 'a', { shownIf: '${x} = 1' })])).toEqual(['question-unknown']);
    expect(refusals([ask('text', 'a', { shownIf: 'b = 1' })])).toEqual(['name-without-sign']);
  });
});
