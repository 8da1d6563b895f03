import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayEditPlace } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day, number } from '../words.ts';
import { dataSetsQuery, measuresQuery, type DataSetLine, type MeasureLine } from './calls.ts';
import './words.ts';
import '../look/data.css';

/** What has been brought in: data sets with their terms, and the measures they hold. */
export function DataPage() {
  const { partnership } = useParams({ from: '/p/$partnership/data' });
  const mine = usePartnership(partnership);
  const sets = useQuery(dataSetsQuery(partnership));
  const measures = useQuery(measuresQuery(partnership));
  useCrumbs({ words: 'Data' });
  const error = sets.error ?? measures.error;
  if (error) return <Problems error={error} />;
  if (sets.data === undefined || measures.data === undefined || mine === null) {
    return <Loading what="the data" />;
  }
  const mayImport = mayEditPlace(mine.role);
  const { dataSets } = sets.data;
  return (
    <Page
      title={titleOf(dataSets, measures.data.measures)}
      action={
        mayImport && (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/data/import"
            params={{ partnership }}
          >
            Import data
          </Link>
        )
      }
    >
      {dataSets.length === 0 ? (
        <Empty title="Official figures stand beside people’s ratings">
          <p>
            Bring a publisher’s CSV: deprivation, homelessness, referrals. Freehold suggests how to
            read it, says row by row what is wrong, and keeps nothing before you agree. Places come
            first, so that rows find them.
          </p>
        </Empty>
      ) : (
        <>
          <DataSets dataSets={dataSets} />
          <Measures partnership={partnership} measures={measures.data.measures} />
        </>
      )}
      <p className="row">
        <Link to="/p/$partnership/data/jobs" params={{ partnership }}>
          Past imports
        </Link>
        {mayImport && (
          <Link
            to="/p/$partnership/data/import"
            params={{ partnership }}
            search={{ kind: 'places' }}
          >
            Import places or boundaries
          </Link>
        )}
      </p>
    </Page>
  );
}

function titleOf(dataSets: readonly DataSetLine[], measures: readonly MeasureLine[]): string {
  if (dataSets.length === 0) return 'No data yet';
  const observations = dataSets.reduce((sum, each) => sum + each.observations, 0);
  return `${count(observations, 'value', 'values')} of ${count(measures.length, 'measure', 'measures')}, from ${count(dataSets.length, 'data set', 'data sets')}`;
}

function DataSets({ dataSets }: { dataSets: readonly DataSetLine[] }) {
  return (
    <section className="stack" aria-labelledby="sets">
      <h2 id="sets">Data sets</h2>
      <Table
        stacks
        caption="Where the data come from, and on which terms"
        rows={dataSets}
        rowKey={({ code }) => code}
        columns={[
          {
            title: 'Data set',
            heads: true,
            cell: ({ title, url, note }) => (
              <>
                {url === '' ? title : <a href={url}>{title}</a>}
                {note !== '' && (
                  <>
                    <br />
                    <span className="small soft">{note}</span>
                  </>
                )}
              </>
            ),
          },
          {
            title: 'Publisher, edition',
            cell: ({ publisher, edition }) =>
              [publisher, edition].filter((part) => part !== '').join(', ') || '–',
          },
          { title: 'Licence', cell: ({ licence }) => licence || 'not said' },
          {
            title: 'Fetched',
            cell: ({ retrievedOn }) => (retrievedOn === null ? 'not said' : day(retrievedOn)),
          },
          { title: 'Values', figure: true, cell: ({ observations }) => number(observations) },
        ]}
      />
    </section>
  );
}

function Measures({
  partnership,
  measures,
}: {
  partnership: string;
  measures: readonly MeasureLine[];
}) {
  return (
    <section className="stack" aria-labelledby="measures">
      <h2 id="measures">Measures</h2>
      <Table
        stacks
        caption="What is measured, and for how many places"
        rows={measures}
        rowKey={({ code }) => code}
        columns={[
          {
            title: 'Measure',
            heads: true,
            cell: ({ code, title, detection, breaks }) => (
              <>
                <Link
                  to="/p/$partnership/compare"
                  params={{ partnership }}
                  search={{ measure: code }}
                >
                  {title}
                </Link>{' '}
                {detection && <span className="tag warn">detection, not prevalence</span>}
                {breaks.map(({ from, note }) => (
                  <span key={from} className="small soft break">
                    Break on {day(from)}: {note}
                  </span>
                ))}
              </>
            ),
          },
          { title: 'Unit', cell: ({ unit }) => unit || '–' },
          { title: 'Better is', cell: ({ direction }) => directions[direction] },
          { title: 'Places', figure: true, cell: ({ places }) => number(places) },
          {
            title: 'Periods',
            cell: ({ first, last }) =>
              first === null || last === null
                ? '–'
                : first === last
                  ? first
                  : `${first} to ${last}`,
          },
          {
            title: 'Small counts',
            cell: ({ leastCell }) => (leastCell > 0 ? `hidden under ${leastCell}` : 'shown'),
          },
        ]}
      />
    </section>
  );
}

const directions = { '+': 'more', '-': 'less', o: 'neither' } as const;
