import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, list } from '../words.ts';
import { comparisonQuery, type Comparison, type WaveAt, type WavePage } from './calls.ts';
import { questionWords, Said } from './results.tsx';

/** This wave beside an earlier one of the same questions: who is in both, and what changed. */
export function Compare({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const [earlier, setEarlier] = useState(wave.comparesWith ?? wave.earlier[0]?.id ?? null);
  if (earlier === null)
    return (
      <Empty title="There is no earlier wave of these questions">
        <p>When the same questions are asked again, what has changed shows here.</p>
      </Empty>
    );
  return (
    <>
      <Choice
        label="Beside"
        value={earlier}
        options={wave.earlier.map(({ id, title }) => [id, title])}
        onChange={setEarlier}
      />
      <Beside at={at} earlier={earlier} />
    </>
  );
}

function Beside({ at, earlier }: { at: WaveAt; earlier: string }) {
  const { data, error } = useQuery(comparisonQuery(at, earlier));
  if (data === undefined)
    return error === null ? <Loading what="the comparison" /> : <Problems error={error} />;
  const languages = data.instrument.languages.map(({ code }) => code);
  return (
    <>
      <h2>
        {count(data.both.length, 'respondent answered', 'respondents answered')} both times;{' '}
        {count(data.new.length, 'is', 'are')} new
      </h2>
      <ul>
        <Names words="New" names={data.new.map(({ label }) => label)} />
        <Names words="Removed" names={data.removed.map(({ label }) => label)} />
        <Names
          words="Merged"
          names={data.merged.map(({ before, into }) => `${before.label} into ${into.label}`)}
        />
      </ul>
      <Changes data={data} languages={languages} />
      {(data.onlyBefore.length > 0 || data.onlyAfter.length > 0) && (
        <p className="small soft">
          Asked only then: {list(data.onlyBefore) || 'none'}. Asked only now:{' '}
          {list(data.onlyAfter) || 'none'}.
        </p>
      )}
      <Method>
        <p>
          Respondents are matched by their entry in the directory, entries merged since being one,
          else by name. “Matched” are those who answered both times: only there is a change not also
          a change of who answered. Questions asked in confidence are shown over all only.
        </p>
      </Method>
    </>
  );
}

function Names({ words, names }: { words: string; names: readonly string[] }) {
  return (
    <li>
      {words}: {names.length === 0 ? 'none' : list(names)}.
    </li>
  );
}

function Changes({ data, languages }: { data: Comparison; languages: readonly string[] }) {
  const said = (result: Comparison['changes'][number]['all'][number]) => (
    <Said instrument={data.instrument} result={result} languages={languages} state="closed" />
  );
  return (
    <Table
      caption={`${data.before.label}, then ${data.after.label}`}
      rows={data.changes}
      rowKey={({ code, row }) => `${code} ${row}`}
      stacks
      columns={[
        {
          title: 'Question',
          heads: true,
          cell: (each) => questionWords(data.instrument, each, languages),
        },
        { title: 'Then, all', cell: ({ all }) => said(all[0]) },
        { title: 'Now, all', cell: ({ all }) => said(all[1]) },
        {
          title: 'Then, matched',
          cell: ({ matched }) => (matched === null ? '– in confidence' : said(matched[0])),
        },
        {
          title: 'Now, matched',
          cell: ({ matched }) => (matched === null ? '– in confidence' : said(matched[1])),
        },
      ]}
    />
  );
}
