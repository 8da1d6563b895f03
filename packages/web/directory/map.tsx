import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isAtWork, peopleCovered, worksIn } from '@freehold/core/directory';
import { PlaceType } from '@freehold/core/place';
import { GeoMap } from '../figure/geo-map.tsx';
import { partnershipClasses } from '../figure/geo-map-classes.ts';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Loading, Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import {
  areasQuery,
  listedQuery,
  outlinesQuery,
  type AreasAnswer,
  type ListedLine,
} from './calls.ts';
import { fits } from './filter.ts';
import { Filters } from './filters.tsx';
import { PartnersFrame } from './frame.tsx';
import { MapLegend } from './map-legend.tsx';

type Area = AreasAnswer['areas'][number];
type Shown = Area & { readonly at: readonly ListedLine[] };

/** Where there is no partnership, one, or several, narrowed by who leads and what is done. */
export function PartnersMap() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/map' });
  const filter = useSearch({ from: '/p/$partnership/partners/map' });
  const navigate = useNavigate({ from: '/p/$partnership/partners/map' });
  const listed = useQuery(listedQuery(partnership));
  const areas = useQuery(areasQuery(partnership, undefined));
  const all = listed.data?.partnerships ?? [];
  const sectors = areas.data?.sectors ?? {};
  const found = all.filter((each) => fits({ ...each, sectors: sectors[each.id] ?? [] }, filter));
  const shown = (areas.data?.areas ?? []).map((area): Shown => {
    const inIt = worksIn(area);
    return { ...area, at: found.filter((each) => isAtWork(each) && inIt(each)) };
  });
  return (
    <PartnersFrame
      partnership={partnership}
      here="Map"
      title={titleFor(shown)}
      error={listed.error ?? areas.error}
      ready={listed.data !== undefined && areas.data !== undefined}
    >
      <People found={found} areas={shown} />
      <Filters
        filter={filter}
        areas={shown.map(({ name }) => name)}
        onChange={(search) => void navigate({ search, replace: true })}
      />
      {areas.data !== undefined && (
        <Drawn partnership={partnership} type={areas.data.list} areas={shown} />
      )}
      <Method>
        <p>
          A partnership counts in each area that its profile names, by the area’s code or else its
          name; paused, merged and closed ones do not count. The map says where there is somebody,
          not how much is done: several partnerships are no better than one.
        </p>
      </Method>
    </PartnersFrame>
  );
}

function titleFor(areas: readonly Shown[]): string {
  const none = areas.filter(({ at }) => at.length === 0).length;
  if (areas.length === 0) return 'No areas are known yet';
  if (none === 0) return `Each of ${areas.length} areas has a partnership`;
  return `${areas.length - none} of ${areas.length} areas have a partnership; ${none} have none`;
}

function People({ found, areas }: { found: readonly ListedLine[]; areas: readonly Shown[] }) {
  const people = peopleCovered(found, areas);
  return (
    <p className="row big-numbers">
      <Figure
        value={people?.covered ?? null}
        decimals={0}
        unit={people === null ? '' : `of ${number(people.all)} people`}
        coverage={people === null ? null : people.covered / people.all}
        missingBecause="population covered: import populations to see it"
      />
    </p>
  );
}

function Drawn({
  partnership,
  type,
  areas,
}: {
  partnership: string;
  type: string;
  areas: readonly Shown[];
}) {
  const placeType = PlaceType.safeParse(type);
  const has = placeType.success && areas.some(({ hasBoundary }) => hasBoundary);
  const { data } = useQuery({
    ...outlinesQuery(partnership, placeType.data ?? 'custom'),
    enabled: has,
  });
  const byName = areas.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  if (!has) return <NoBoundaries partnership={partnership} areas={byName} />;
  if (data === undefined) return <Loading what="the boundaries" />;
  const outlines = new Map(
    data.features.map(({ properties, geometry }) => [properties.id, geometry]),
  );
  const drawn = byName.flatMap((area) => {
    const geometry = outlines.get(area.place ?? '');
    return geometry === undefined ? [] : [{ ...area, geometry }];
  });
  return (
    <>
      <GeoMap
        finding="Where partnerships are at work"
        measure="Partnerships at work in each area"
        fileName="Partnerships by area"
        areas={drawn.map(({ code, name, geometry, at }) => ({
          ...{ id: code === '' ? name : code, name, geometry, value: at.length },
        }))}
        classes={partnershipClasses}
        readings={drawn.map(readingOf)}
        hrefs={drawn.map((area) => hrefOf(partnership, area))}
        table={{
          caption: 'Partnerships at work in each area',
          columns: [{ title: 'Area' }, { title: 'Partnerships', decimals: 0 }, { title: 'Which' }],
          rows: byName.map(({ name, at }) => [
            name,
            at.length,
            at.map((each) => each.name).join('; '),
          ]),
        }}
        note={<MapLegend />}
      />
      {drawn.length < areas.length && (
        <p className="small soft">
          {count(areas.length - drawn.length, 'area has', 'areas have')} no boundary and stand in
          the table only.
        </p>
      )}
    </>
  );
}

function readingOf({ name, at }: Shown): string {
  if (at.length === 0) return `${name}: no partnership`;
  return `${name}: ${count(at.length, 'partnership', 'partnerships')}, ${list(at.map((each) => each.name))}`;
}

function hrefOf(partnership: string, { at, name }: Shown): string {
  const [only, ...others] = at;
  const stem = `/p/${partnership}/partners`;
  return only !== undefined && others.length === 0
    ? `${stem}/${only.id}`
    : `${stem}?area=${encodeURIComponent(name)}`;
}

function NoBoundaries({ partnership, areas }: { partnership: string; areas: readonly Shown[] }) {
  return (
    <>
      <Empty title="The map needs boundaries">
        <p>
          Import the outlines of your areas as GeoJSON or TopoJSON. Freehold ships none, since they
          belong to others. Until then the same counts stand in the table.
        </p>
        <div>
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/data/import"
            params={{ partnership }}
            search={{ kind: 'places' }}
          >
            Import boundaries
          </Link>
        </div>
      </Empty>
      <Table
        caption="Partnerships at work in each area"
        rows={areas}
        rowKey={({ code, name }) => `${code} ${name}`}
        columns={[
          { title: 'Area', heads: true, cell: ({ name }) => name },
          { title: 'Partnerships', figure: true, cell: ({ at }) => at.length },
          { title: 'Which', cell: ({ at }) => at.map((each) => each.name).join('; ') || '–' },
        ]}
      />
    </>
  );
}
