import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { agencies, falls, typeCover, type Spelling } from '@freehold/core/prevention';
import { FigureFrame } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { count, list } from '../words.ts';
import { portfolioQuery, type Portfolio } from './calls.ts';
import { CoverPicture } from './cover-picture.tsx';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { TypeStatus } from './type-tag.tsx';

/** Which organisations do which type of work, and what falls if one of them leaves. */
export function Agencies() {
  const here = useHere();
  const { without = '' } = useSearch({ from: '/p/$partnership/plan/portfolio/agencies' });
  const navigate = useNavigate({ from: '/p/$partnership/plan/portfolio/agencies' });
  const { data, error } = useQuery(portfolioQuery(here.partnership));
  const found = data === undefined ? null : coverOf(data);
  return (
    <PreventionFrame
      here={here}
      tab="Portfolio"
      title={found === null ? '' : titleOf(found.cover)}
      lede="Leads and partners of what is planned and running, spellings of one organisation taken together by the directory."
      error={error}
      ready={found !== null}
    >
      {data !== undefined && found !== null && (
        <>
          <Ways here={here} />
          {found.everybody.length === 0 ? (
            <Empty title="Nobody is named as lead or partner yet">
              <p>Name the lead and the partners of each intervention, and see what hangs on one.</p>
            </Empty>
          ) : (
            <>
              <Cover {...found} place={here.plan.place?.name ?? ''} />
              <section className="stack" aria-labelledby="one-leaves">
                <h2 id="one-leaves">What falls if one leaves?</h2>
                <Choice
                  label="Without"
                  hint="Nothing is changed. It shows what the others would be left with."
                  value={without}
                  options={[
                    ['', 'Choose an organisation'],
                    ...found.everybody.map(({ key, name }): [string, string] => [key, name]),
                  ]}
                  onChange={(next) =>
                    void navigate({
                      search: { ...here.search, ...(next !== '' && { without: next }) },
                      replace: true,
                      resetScroll: false,
                    })
                  }
                />
                <div aria-live="polite">
                  {found.everybody.some(({ key }) => key === without) && (
                    <Left data={data} {...found} gone={without} />
                  )}
                </div>
              </section>
              <NotListed data={data} here={here} />
            </>
          )}
          <Method>
            <p>
              A type is covered by whoever leads or joins planned or running work of that type. It
              is counted by type of work here, and by function and area on the partners’ coverage
              page. Names are matched to the directory, its other spellings included.
            </p>
          </Method>
        </>
      )}
    </PreventionFrame>
  );
}

function coverOf(data: Portfolio) {
  const keys = new Map(data.spelt.map(({ name, key }) => [name, key]));
  const spelling: Spelling = { keyOf: (name) => keys.get(name) ?? name };
  const everybody = agencies(data.interventions, spelling).map((each) => ({
    ...each,
    name:
      data.spelt.find(({ key, listed }) => key === each.key && listed !== null)?.listed ??
      each.name,
  }));
  return { spelling, everybody, cover: typeCover(data.list.types, data.interventions, spelling) };
}
type Found = ReturnType<typeof coverOf>;

/** "14 of 26 types are covered by nobody, 8 by one organisation alone". */
function titleOf(cover: Found['cover']): string {
  const of = (state: string) => cover.filter((each) => each.state === state).length;
  return `${of('none')} of ${count(cover.length, 'type is', 'types are')} covered by nobody, ${of('one')} by one organisation alone`;
}

function Ways({ here: { partnership, search } }: { here: Here }) {
  return (
    <nav className="row" aria-label="More about coverage">
      <Link to="/p/$partnership/plan/portfolio" params={{ partnership }} search={search}>
        The portfolio
      </Link>
      <Link to="/p/$partnership/partners/coverage" params={{ partnership }}>
        Coverage by function and area
      </Link>
    </nav>
  );
}

function Cover({ cover, everybody, place }: Found & { place: string }) {
  const rows = cover.filter(({ state }) => state !== 'none');
  const none = cover.filter(({ state }) => state === 'none');
  const names = new Map(everybody.map(({ key, name }) => [key, name]));
  const finding = `${count(rows.filter(({ state }) => state === 'one').length, 'type hangs', 'types hang')} on one organisation alone`;
  return (
    <FigureFrame
      finding={finding}
      measure={`Who leads or joins which type of work · planned and running · ${place}`}
      fileName={`${place} types of work by organisation`}
      source="the partnership’s interventions and directory"
      table={{
        caption: 'Types of intervention by organisation',
        columns: [{ title: 'Type' }, { title: 'Organisations', decimals: 0 }, { title: 'Which' }],
        rows: cover.map(({ item, by }) => [
          item.label,
          by.length,
          by.map((key) => names.get(key) ?? key).join('; '),
        ]),
      }}
      picture={<CoverPicture rows={rows} everybody={everybody} />}
      note={
        none.length > 0 && (
          <p>Covered by nobody: {list(none.map(({ item }) => item.label.toLowerCase()))}.</p>
        )
      }
    >
      <Table<Found['cover'][number]>
        caption="Types that somebody does"
        stacks
        rows={rows}
        rowKey={({ item }) => item.code}
        columns={[
          {
            title: 'Type',
            heads: true,
            cell: ({ item }) => (
              <>
                {item.label} <TypeStatus type={item} />
              </>
            ),
          },
          {
            title: 'How many',
            cell: ({ state, by }) => (state === 'one' ? 'one alone' : String(by.length)),
          },
          { title: 'Who', cell: ({ by }) => list(by.map((key) => names.get(key) ?? key)) },
        ]}
      />
    </FigureFrame>
  );
}

function Left({ data, spelling, everybody, gone }: Found & { data: Portfolio; gone: string }) {
  const { uncovered, onOne, leads } = falls(data.list.types, data.interventions, spelling, gone);
  const names = new Map(everybody.map(({ key, name }) => [key, name]));
  const led = data.interventions.filter(({ id }) => leads.includes(id));
  const lines: readonly (readonly [string, string])[] = [
    ['Types that nobody would do', uncovered.map(({ label }) => label).join('; ')],
    [
      'Types that would hang on one',
      onOne.map(({ item, by }) => `${item.label} (${names.get(by[0] ?? '') ?? ''})`).join('; '),
    ],
    ['Would need another lead', led.map(({ name }) => name).join('; ')],
  ];
  const said = lines.filter(([, words]) => words !== '');
  if (said.length === 0)
    return (
      <p>Nothing would be left undone, and nothing would hang on one that does not already.</p>
    );
  return (
    <dl className="prevention-facts">
      {said.map(([title, words]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function NotListed({ data, here }: { data: Portfolio; here: Here }) {
  const strange = data.spelt.filter(({ listed }) => listed === null);
  if (strange.length === 0) return null;
  return (
    <p className="small">
      Not in the directory under this name: {list(strange.map(({ name }) => name))}.{' '}
      <Link to="/p/$partnership/partners" params={{ partnership: here.partnership }}>
        Open the directory
      </Link>
    </p>
  );
}
