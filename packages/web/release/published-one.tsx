import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { fileSize } from '../data/words.ts';
import { buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { day, moment, number } from '../words.ts';
import { ReleaseFrame } from './frame.tsx';
import { LedgerLines } from './ledger-lines.tsx';
import { explorerAddress, fileAddress, releaseQuery, type Release } from './published-calls.ts';
import { PublishedCounts } from './published-table.tsx';
import { guaranteeWords, spentWords, standsFor } from './published-words.ts';
import { fileWords } from './words.ts';
import { Withdrawing } from './withdrawing.tsx';

/** One release: what it is, what it promises, its counts, its files and what was ever spent on its records. */
export function PublishedReleasePage() {
  const { partnership, release } = useParams({
    from: '/p/$partnership/release/published/$release',
  });
  const { data, error } = useQuery(releaseQuery(partnership, release));
  const there = data !== undefined && data.withdrawn === null;
  return (
    <ReleaseFrame
      {...{ partnership }}
      here="Published"
      title={data === undefined ? 'A release' : `${data.title}: ${standsFor(data)}`}
      lede={data?.purpose}
      action={
        there ? (
          <a
            className={buttonClass('primary')}
            href={explorerAddress(partnership, release)}
            target="_blank"
            rel="noopener noreferrer"
          >
            Look into it
            <span className="unseen"> (opens in a new tab)</span>
          </a>
        ) : undefined
      }
    >
      <Problems error={error} />
      {data === undefined && error === null && <Loading what="the release" />}
      {data !== undefined && (
        <>
          {data.withdrawn !== null && (
            <Notice tone="warn" title={`Withdrawn on ${day(data.withdrawn.at)}`}>
              <p>
                {data.withdrawn.because} Its files are no longer to be had here; copies that were
                taken stay where they are, and what was spent stays spent.
              </p>
            </Notice>
          )}
          <Facts release={data} />
          {there && <Files partnership={partnership} release={data} />}
          {data.notice.map(({ title, text, points }) => (
            <section key={title} className="stack">
              <h2>{title}</h2>
              {text.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {points.length > 0 && (
                <ul>
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              )}
            </section>
          ))}
          {there && <PublishedCounts partnership={partnership} release={data} />}
          {data.ledger !== null && (
            <section className="stack">
              <h2>Everything that was told of these people: {spentWords(data)}</h2>
              <LedgerLines dataSet={data.ledger.dataSet} lines={data.ledger.lines} />
            </section>
          )}
          {data.mayPublish && <Withdrawing partnership={partnership} release={data} />}
          <Method>
            <p>
              Looking into it opens a page that the server made from the checked files. It runs by
              itself, in a sandbox, and asks no network for anything. It shows one number for a
              selection: the released count where there is one; else how many made-up records fit,
              marked ≈; [c] where fewer than the promised number have it.
            </p>
          </Method>
        </>
      )}
    </ReleaseFrame>
  );
}

function Facts({ release }: { release: Release }) {
  const { madeAt, publishedAt, byName, records, columnNames, length } = release;
  const facts = [
    ['Stands for', standsFor(release)],
    ['Promise', guaranteeWords(release)],
    ['Budget spent', spentWords(release)],
    ['Made-up records', `${number(records)}, of ${number(columnNames.length)} columns`],
    ['Counts', `of up to ${number(length)} values together`],
    ['Made', moment(madeAt)],
    ['Published', `${moment(publishedAt)}, ${byName}`],
  ] as const;
  return (
    <dl className="release-facts">
      {facts.map(([term, says]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

function Files({ partnership, release: { id, files } }: { partnership: string; release: Release }) {
  return (
    <section className="stack">
      <h2>Take it with you</h2>
      <Table
        stacks
        caption="Hand all of them on together: the notice says what they promise"
        rows={files}
        rowKey={({ name }) => name}
        columns={[
          {
            title: 'File',
            heads: true,
            cell: ({ name }) => (
              <a href={fileAddress(partnership, id, name)} download={name}>
                {name}
              </a>
            ),
          },
          { title: 'What it is', cell: ({ name }) => fileWords[name] ?? '' },
          { title: 'Size', figure: true, cell: ({ size }) => fileSize(size) },
        ]}
      />
    </section>
  );
}
