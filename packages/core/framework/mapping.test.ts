import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFramework } from './shipped/index.ts';
import {
  checkedMapping,
  Framework,
  indicatorsOf,
  mapAnswers,
  proposedMapping,
  type Indicator,
  type Mapping,
  type MappingRow,
} from './index.ts';

const first = Framework.parse(defaultFramework);
const all = indicatorsOf(first).map(({ indicator }) => indicator.code);

test('[FW-3] a version is the same as itself throughout', () => {
  const { rows } = proposedMapping(first, first);
  expect(rows.map(({ from, to, verdict }) => [from, to, verdict])).toEqual(
    all.map((code) => [code, code, 'same']),
  );
});

test('[FW-4] a change in the definition cannot be compared, and the row says what changed', () => {
  const changes: readonly (readonly [string, Partial<Indicator>])[] = [
    ['kind', { kind: 'survey' }],
    ['direction', { direction: 'o' }],
    ['numerator', { numerator: 'people with a bus pass' }],
    ['denominator', { denominator: 'households' }],
    ['factor', { factor: 7 }],
    ['anchors', { anchors: [] }],
    ['title', { title: 'Something else' }],
  ];
  for (const [part, change] of changes) {
    const second = next({ '1.1.3': change });
    expect(rowOf(proposedMapping(first, second), '1.1.3')).toEqual({
      from: '1.1.3',
      to: '1.1.3',
      verdict: 'cannot-compare',
      changed: [part],
      note: '',
    });
  }
});

test('[FW-4] capitals, blanks, punctuation, help, question, weight and sources change nothing', () => {
  const { title, anchors } = indicator('1.1.3');
  const second = next({
    '1.1.3': {
      title: ` ${title.toUpperCase()}.`,
      anchors: anchors.map((each) => each.replaceAll(' ', '  ')),
      help: 'Other help',
      question: 'Asked otherwise?',
      weight: 3,
      sources: [],
    },
  });
  expect(rowOf(proposedMapping(first, second), '1.1.3').verdict).toBe('same');
});

test('[FW-3] a code that changed is moved; a code that another indicator took over is not the same', () => {
  const second = next({ '1.1.3': { code: '1.1.9' } });
  expect(rowOf(proposedMapping(first, second), '1.1.3')).toMatchObject({
    to: '1.1.9',
    verdict: 'moved',
  });
  const swapped = next({ '1.1.3': { code: '1.1.4' }, '1.1.4': { code: '1.1.3' } });
  expect(rowOf(proposedMapping(first, swapped), '1.1.3')).toMatchObject({
    to: '1.1.4',
    verdict: 'moved',
  });
  expect(rowOf(proposedMapping(first, swapped), '1.1.4')).toMatchObject({
    to: '1.1.3',
    verdict: 'moved',
  });
});

test('[FW-3] what leaves is gone, what comes is new', () => {
  const less = next({}, ['1.1.3']);
  expect(rowOf(proposedMapping(first, less), '1.1.3')).toMatchObject({ to: null, verdict: 'gone' });
  const back = proposedMapping(less, first).rows.filter(({ verdict }) => verdict !== 'same');
  expect(back).toMatchObject([{ from: null, to: '1.1.3', verdict: 'new' }]);
});

test('[FW-3] each indicator of either version stands in exactly one row, whatever was edited', () => {
  fc.assert(
    fc.property(edited, edited, (one, other) => {
      const { rows } = proposedMapping(one, other);
      const codes = (framework: Framework) =>
        indicatorsOf(framework)
          .map((each) => each.indicator.code)
          .toSorted();
      const side = (name: 'from' | 'to') => rows.flatMap((row) => row[name] ?? []).toSorted();
      expect([side('from'), side('to')]).toEqual([codes(one), codes(other)]);
      expect(checkedMapping(proposedMapping(one, other), one, other).ok).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('[FW-5] answers are carried or left with the reason, none is changed and none is lost', () => {
  const second = next({ '1.1.3': { code: '1.1.9' }, '1.1.4': { title: 'Something else' } }, [
    '1.2.4',
  ]);
  const answers = ['1.1.3', '1.1.4', '1.2.4', '1.3.3', '9.9.9'].map((code, at) => ({
    indicator: code,
    answer: String(at),
  }));
  expect(mapAnswers(answers, proposedMapping(first, second))).toEqual({
    carried: [
      { indicator: '1.1.9', answer: '0' },
      { indicator: '1.3.3', answer: '3' },
    ],
    left: [
      { answer: { indicator: '1.1.4', answer: '1' }, because: 'cannot-compare' },
      { answer: { indicator: '1.2.4', answer: '2' }, because: 'gone' },
      { answer: { indicator: '9.9.9', answer: '4' }, because: 'unknown' },
    ],
    askAnew: ['1.1.4'],
  });
});

test('[FW-6] a reworded title may be judged the same, with a reason', () => {
  const second = next({ '1.1.4': { title: 'Help in an emergency without public funds' } });
  const judged = (note: string) => judge(first, second, { from: '1.1.4', verdict: 'same', note });
  expect(judged('')).toMatchObject({ ok: false, problems: [{ code: 'note-needed' }] });
  const good = judged('Only the wording was made shorter.');
  expect(good).toMatchObject({ ok: true });
  const [row] = good.ok ? good.value.rows.filter(({ from }) => from === '1.1.4') : [];
  expect(row?.changed).toEqual(['title']);
});

test('[FW-6] a change of kind or direction cannot be judged away', () => {
  const second = next({ '1.1.4': { direction: '-' } });
  expect(
    judge(first, second, { from: '1.1.4', verdict: 'same', note: 'We like it so.' }),
  ).toMatchObject({
    ok: false,
    problems: [{ code: 'never-comparable', details: { changed: 'direction' } }],
  });
});

test('[FW-6] two of different kinds cannot be called moved, though nobody proposed that pair', () => {
  const second = next({ '1.1.4': { code: '1.1.9', kind: 'survey', title: 'New' } });
  const proposed = proposedMapping(first, second);
  const rows = proposed.rows.filter(({ from, to }) => from !== '1.1.4' && to !== '1.1.9');
  const pair: MappingRow = {
    from: '1.1.4',
    to: '1.1.9',
    verdict: 'moved',
    changed: [],
    note: 'Same idea.',
  };
  expect(checkedMapping({ ...proposed, rows: [...rows, pair] }, first, second)).toMatchObject({
    ok: false,
    problems: [{ code: 'never-comparable', details: { changed: 'kind' } }],
  });
});

test('[FW-3] a mapping of other versions, with rows missing, twice or of nobody is refused', () => {
  const proposed = proposedMapping(first, first);
  const [one, two] = proposed.rows;
  const codes = (mapping: Mapping) => {
    const read = checkedMapping(mapping, first, first);
    return read.ok ? [] : read.problems.map(({ code }) => code);
  };
  expect(codes({ ...proposed, from: { code: 'other', version: 1 } })).toEqual([
    'mapping-of-other-versions',
  ]);
  expect(codes({ ...proposed, rows: proposed.rows.slice(1) })).toEqual([
    'not-mapped',
    'not-mapped',
  ]);
  expect(codes({ ...proposed, rows: [...proposed.rows, ...(one ? [one] : [])] })).toEqual([
    'repeated-code',
    'repeated-code',
  ]);
  const rows = proposed.rows.map((row) => (row === two ? { ...row, from: null } : row));
  expect(codes({ ...proposed, rows })).toEqual(['not-mapped', 'verdict-does-not-fit']);
});

/** The shipped framework with some indicators changed by their code, and some taken out. */
function next(
  changes: Record<string, Partial<Indicator>>,
  without: readonly string[] = [],
): Framework {
  return {
    ...first,
    version: 2,
    levels: first.levels.map((level) => ({
      ...level,
      topics: level.topics.map((topic) => ({
        ...topic,
        indicators: topic.indicators
          .filter(({ code }) => !without.includes(code))
          .map((each) => ({ ...each, ...changes[each.code] })),
      })),
    })),
  };
}

const edited = fc
  .record({
    without: fc.subarray(all, { maxLength: 9 }),
    renamed: fc.subarray(all, { maxLength: 9 }),
    retitled: fc.subarray(all, { maxLength: 9 }),
  })
  .map(({ without, renamed, retitled }) =>
    next(
      Object.fromEntries([
        ...retitled.map((code) => [code, { title: `New ${code}` }]),
        ...renamed.map((code) => [code, { code: `${code}.x` }]),
      ]),
      without,
    ),
  );

function indicator(code: string): Indicator {
  const found = indicatorsOf(first).find((each) => each.indicator.code === code);
  if (found === undefined) throw new RangeError(`no indicator ${code}`);
  return found.indicator;
}

function rowOf(mapping: Mapping, from: string): MappingRow {
  const found = mapping.rows.find((row) => row.from === from);
  if (found === undefined) throw new RangeError(`no row for ${from}`);
  return found;
}

function judge(from: Framework, to: Framework, judged: Partial<MappingRow>) {
  const proposed = proposedMapping(from, to);
  const rows = proposed.rows.map((row) => (row.from === judged.from ? { ...row, ...judged } : row));
  return checkedMapping({ ...proposed, rows }, from, to);
}
