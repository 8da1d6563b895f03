import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { workCover, type Dimension } from '@freehold/core/partnership';
import { shippedCodeLists } from '@freehold/core/directory';
import { PartnersFrame } from '../directory/frame.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { count } from '../words.ts';
import { coverageQuery, type CoverageAnswer } from './calls.ts';
import { CoverMatrix } from './cover-matrix.tsx';
import { Seats } from './seats.tsx';
import { SinglePoints } from './single-points.tsx';
import { Without } from './without.tsx';
import '../look/network.css';

/** Who covers what, what hangs on one, who is missing, and what would be left without somebody. */
export function CoveragePage() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/coverage' });
  const search = useSearch({ from: '/p/$partnership/partners/coverage' });
  const navigate = useNavigate({ from: '/p/$partnership/partners/coverage' });
  const { data, error } = useQuery(coverageQuery(partnership));
  const dimension: Dimension = search.of ?? 'functions';
  const asked = useMemo(() => askedOf(data, dimension), [data, dimension]);
  const cover = useMemo(
    () => (data === undefined ? null : workCover(data, dimension, asked)),
    [data, dimension, asked],
  );
  const change = (next: typeof search) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  const empty = data !== undefined && (data.groups.length === 0 || asked.areas.length === 0);
  return (
    <PartnersFrame
      partnership={partnership}
      here="Coverage"
      title={
        cover === null
          ? ''
          : empty
            ? 'What is covered is not known yet'
            : titleOf(cover.items, dimension)
      }
      error={error}
      ready={data !== undefined}
    >
      {empty && (
        <Empty title="Coverage shows who does what where, and what hangs on one">
          <p>
            It is worked out from the directory: partnerships with their areas, functions or
            activities, and their members. Fill those in for a partnership or two, and come back.
          </p>
          <Link
            to="/p/$partnership/partners"
            params={{ partnership }}
            className={buttonClass('primary')}
          >
            Open the directory
          </Link>
        </Empty>
      )}
      {data !== undefined && cover !== null && !empty && (
        <>
          <div className="network-controls">
            <Choice
              label="Kind of work"
              value={dimension}
              options={[
                ['functions', 'What partnerships are for (functions)'],
                ['activities', 'What partnerships do (activities)'],
              ]}
              onChange={(of) => {
                const { of: _, ...rest } = search;
                void navigate({ search: of === 'activities' ? { ...rest, of } : rest });
              }}
            />
            <Choice
              label="Area"
              value={search.area ?? ''}
              options={[
                ['', 'All areas'],
                ...asked.areas.map((area): [string, string] => [area, area]),
              ]}
              onChange={(area) => change({ area })}
            />
          </div>
          <CoverMatrix
            directory={data}
            items={cover.items}
            dimension={dimension}
            area={search.area === undefined || search.area === '' ? null : search.area}
            silent={cover.silent}
          />
          <p>
            <Link to="/p/$partnership/plan/portfolio/agencies" params={{ partnership }}>
              Who does which type of intervention, and what falls if one leaves
            </Link>
          </p>
          <SinglePoints directory={data} items={cover.items} dimension={dimension} />
          <Seats directory={data} />
          <Without
            directory={data}
            items={cover.items}
            dimension={dimension}
            chosen={search.without ?? ''}
            onChoose={(without) => change({ without })}
          />
          <HowCovered />
        </>
      )}
    </PartnersFrame>
  );
}

/** All kinds of work of the code list, and all areas that any partnership at work names. */
function askedOf(data: CoverageAnswer | undefined, dimension: Dimension) {
  const list = dimension === 'functions' ? 'function' : 'activity';
  const known = shippedCodeLists.find(({ code }) => code === list)?.items ?? [];
  const groups = (data?.groups ?? []).filter(({ atWork }) => atWork);
  const codes = [...known.map(({ code }) => code), ...groups.flatMap((each) => each[dimension])];
  const areas = [...new Set(groups.flatMap((each) => each.areas))];
  return { whats: [...new Set(codes)].filter((code) => code !== 'other'), areas: areas.toSorted() };
}

/** "3 of 10 kinds of work in an area are covered by nobody, and 2 by one organisation alone". */
function titleOf(items: ReturnType<typeof workCover>['items'], dimension: Dimension): string {
  const of = (state: string) => items.filter((item) => item.state === state).length;
  const what = dimension === 'functions' ? 'functions in an area' : 'activities in an area';
  if (of('none') === 0 && of('one') === 0)
    return `All ${items.length} ${what} are covered by several organisations`;
  return `Of ${items.length} ${what}, ${of('none')} are covered by nobody and ${of('one')} by one organisation alone`;
}

function HowCovered() {
  return (
    <Method>
      <p>
        From the directory as it stands today. An organisation covers what the partnerships at work
        that it belongs to do, in all their areas; who is only invited, or has left, covers nothing.
        Activities that are planned or marked “none” do not count. Which sixteen seats the checklist
        has, and the wording of the five functions, are our proposals: the published lists could not
        be read (UNVERIFIED).
      </p>
      <p>
        Money is looked at for the next twelve months. Taking an organisation out changes nothing;
        it only shows what the rest would look like. {count(16, 'seat', 'seats')} are compared by
        the sector of each member.
      </p>
    </Method>
  );
}
