import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Framework, indicatorsOf } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { FaultTable } from './fault-table.tsx';
import { byCode } from './group.ts';
import { IndicatorEntry } from './indicator.tsx';
import { mayJudge } from './judge.tsx';
import { MappingTable } from './mapping-table.tsx';
import { Reading } from './reading.tsx';
import { mappingSearch, versionSearch } from './search.ts';
import { FrameworkTitle } from './title.tsx';
import { changedWords, faultSentence } from './words.ts';

const framework = Framework.parse(defaultFramework);
const sources = new Map(framework.sources.map((source) => [source.tag, source]));

function entry(code: string, { brief = false } = {}): string {
  const found = indicatorsOf(framework).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new RangeError(`no indicator ${code}`);
  const item = framework.profiles
    .find((profile) => profile.code === 'community')
    ?.items.find(({ indicator }) => indicator === code);
  return renderToStaticMarkup(
    <IndicatorEntry indicator={found.indicator} item={item} sources={sources} brief={brief} />,
  );
}

test('an indicator shows kind, direction, five anchors, and each source with what was read of it', () => {
  const html = entry('1.1.3');
  for (const words of [
    'Debt and loan-shark advice for at-risk groups',
    'Rated',
    'higher is better',
    'No debt or loan-shark advice for at-risk groups has been identified or planned yet.',
    'Modern Slavery and Human Rights Policy and Evidence Centre',
    '(abstract only)',
    'People here with debts can get free help',
  ])
    expect(html).toContain(words);
  expect(html.match(/data-step="\d"/g)).toHaveLength(5);
  expect(html).not.toContain('Proposed');
});

test('[FW-10] what no source fixes is marked', () => {
  expect(entry('1.1.4')).toContain('Proposed');
  expect(entry('1.1.4', { brief: true })).toContain('Proposed');
});

test('a measured indicator says how it is worked out and has no anchors', () => {
  const html = entry('1.2.1');
  expect(html).toContain('households owed a prevention or relief duty ÷ households, × 1,000');
  expect(html).toContain('lower is better');
  expect(html).not.toContain('data-step');
});

test('only the question is left when questions only are asked for', () => {
  const html = entry('1.1.3', { brief: true });
  expect(html).toContain('Do at-risk groups here get debt advice');
  expect(html).not.toContain('data-step');
  expect(html).not.toContain('abstract only');
});

test('the document has every indicator once, with its own address, and every source', () => {
  const html = renderToStaticMarkup(
    <Reading
      framework={framework}
      levels={framework.levels}
      items={null}
      brief={false}
      searching={false}
    />,
  );
  const addresses = [...html.matchAll(/<article[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(addresses).toEqual(indicatorsOf(framework).map(({ indicator }) => indicator.code));
  expect(html).toContain('never averaged.');
  for (const { tag } of framework.sources) expect(html).toContain(`>${tag}</span>`);
});

test('[FW-9] the statement stands under the title', () => {
  const html = renderToStaticMarkup(<FrameworkTitle {...framework} />);
  expect(html).toMatch(/<h2>Default resilience framework v1<\/h2>.*not the published table/);
});

test('[FW-2] each fault says where it is and what to do; none is left to its code', () => {
  const html = renderToStaticMarkup(
    <FaultTable
      file="ours.xlsx"
      faults={[
        {
          code: 'not-one-of',
          where: { sheet: 'indicators', row: 5, column: 'kind' },
          details: { found: 'guess', allowed: ['rated', 'count'] },
        },
        { code: 'missing-sheet', where: { sheet: 'topics' } },
        { code: 'more-problems', details: { count: 2 } },
      ]}
    />,
  );
  for (const words of [
    '2 things need mending in ours.xlsx',
    'indicators',
    '5',
    'kind',
    '“guess”: Choose one of: rated, count.',
    '2 more are not listed',
  ])
    expect(html).toContain(words);
  const codes =
    'missing-sheet empty-sheet missing-column unknown-column repeated-column column-without-title missing-value not-one-of not-a-number not-a-whole-number not-a-code too-long too-small unprintable repeated-code unknown-parent unknown-indicator unknown-source wrong-number-of-anchors five-or-none four-or-none bands-do-not-rise scale-out-of-order one-row-only too-few-rows too-many-rows too-many-columns level-without-topics topic-without-indicators cell-error cell-too-long formula-without-result more-problems file-empty file-type not-utf-8 not-json not-a-zip not-a-workbook workbook-too-slow unpacks-too-large unknown-profile version-shared version-draft version-published version-retired note-needed never-comparable verdict-does-not-fit not-mapped mapping-of-other-versions';
  for (const code of codes.split(' '))
    expect(faultSentence({ code, details: { allowed: ['a'] } })).not.toContain(
      'Something needs mending',
    );
});

test('a fault of the file as a whole is said without a table', () => {
  const html = renderToStaticMarkup(<FaultTable file="a.xls" faults={[{ code: 'file-type' }]} />);
  expect(html).toContain('Choose a file that ends in .xlsx or .json.');
  expect(html).not.toContain('<table');
});

test('a mapping says what became of each indicator, and offers to judge only what can be judged', () => {
  const row = { from: '1', to: '1', verdict: 'cannot-compare' as const, note: '' };
  const soft = { ...row, changed: ['title' as const, 'anchors' as const] };
  const hard = { ...row, from: '2', to: '2', changed: ['kind' as const] };
  const html = renderToStaticMarkup(
    <MappingTable
      rows={[soft, hard, { ...row, from: null, to: '3', verdict: 'new', changed: [] }]}
      titles={{
        from: { 1: 'Old one', 2: 'Old two' },
        to: { 1: 'New one', 2: 'New two', 3: 'New three' },
      }}
      onJudge={() => undefined}
    />,
  );
  for (const words of [
    'Old one',
    'New one',
    'Cannot compare',
    'Title and anchors changed.',
    'not asked',
    'New three',
  ])
    expect(html).toContain(words);
  expect(html.match(/Judge again/g)).toHaveLength(1);
  expect([mayJudge(soft), mayJudge(hard)]).toEqual([true, false]);
  expect(changedWords([])).toBe('');
});

test('addresses keep what they know and drop the rest', () => {
  expect(versionSearch({ find: 'loan', profile: '', show: 'questions', other: 1 })).toEqual({
    find: 'loan',
    show: 'questions',
  });
  expect(versionSearch({ find: 3, show: 'x' })).toEqual({});
  expect(mappingSearch({ from: 'a', to: 'b', show: 'all' })).toEqual({
    from: 'a',
    to: 'b',
    show: 'all',
  });
  expect(mappingSearch({ from: '', show: '' })).toEqual({});
});

test('an own version stands with the shared ones that it goes on from', () => {
  const version = (id: string, number: number, shared: boolean) => ({
    id,
    version: number,
    shared,
    state: 'published' as const,
    title: 'T',
    statement: 'S',
    topics: 1,
    indicators: 1,
    madeAt: '2026-03-02T10:00:00Z',
    publishedAt: null,
    retiredAt: null,
  });
  const groups = byCode([
    { id: '1', code: 'a', title: 'T', shared: false, versions: [version('own2', 2, false)] },
    { id: '2', code: 'b', title: 'T', shared: false, versions: [version('b1', 1, false)] },
    {
      id: '3',
      code: 'a',
      title: 'T',
      shared: true,
      versions: [version('shared2', 2, true), version('shared1', 1, true)],
    },
  ]);
  expect(groups.map(({ code, versions }) => [code, versions.map(({ id }) => id)])).toEqual([
    ['a', ['own2', 'shared2', 'shared1']],
    ['b', ['b1']],
  ]);
});
