import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { isAtWork, worksIn } from '@freehold/core/directory';
import { PlaceType } from '@freehold/core/place';
import { ChangeFrame } from '../change/frame.tsx';
import { listedQuery, outlinesQuery } from '../directory/calls.ts';
import type { MapClass } from '../figure/geo-map-classes.ts';
import { GeoMap } from '../figure/geo-map.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import { supplierAreasQuery, suppliersQuery, type SupplierAreas } from './calls.ts';
import { countryWords, unplacedWords } from './words.ts';
import { world } from './world.ts';
import '../look/directory.css';
import '../look/record.css';
import '../look/diligence.css';

/** Where suppliers are: by country, and in whose area their sites lie. */
export function SupplierMap() {
  const { partnership } = useParams({ from: '/p/$partnership/change/suppliers/map' });
  const suppliers = useQuery(suppliersQuery(partnership, {}));
  const areas = useQuery(supplierAreasQuery(partnership));
  const ready = suppliers.data !== undefined && areas.data !== undefined;
  const known = (suppliers.data?.countries ?? []).filter(({ code }) => code !== '');
  return (
    <ChangeFrame
      partnership={partnership}
      here="Suppliers"
      title={
        known.length === 0
          ? 'Where suppliers are is not known yet'
          : `Suppliers are in ${count(known.length, 'country', 'countries')}; sites lie in ${count(areas.data?.areas.length ?? 0, 'area', 'areas')} here`
      }
      error={suppliers.error ?? areas.error}
      ready={ready}
    >
      <div className="row">
        <Link
          className={buttonClass()}
          to="/p/$partnership/change/suppliers"
          params={{ partnership }}
        >
          All suppliers
        </Link>
      </div>
      {known.length === 0 ? (
        <Empty title="A map needs countries and sites">
          <p>Say the country of your suppliers, and the postcode, place code or point of sites.</p>
        </Empty>
      ) : (
        <Countries
          partnership={partnership}
          counts={known}
          notKnown={(suppliers.data?.total ?? 0) - known.reduce((sum, { n }) => sum + n, 0)}
        />
      )}
      {areas.data !== undefined && (suppliers.data?.total ?? 0) > 0 && (
        <Areas partnership={partnership} found={areas.data} />
      )}
      <Method>
        <p>
          A site lies where its place code says; or else in the smallest boundary here that holds
          its point; or else in a place whose code is the first half of its postcode. A place counts
          its own sites, not those of places within it. Partnerships are those of the directory that
          name the area.
        </p>
      </Method>
    </ChangeFrame>
  );
}

const classes: readonly MapClass[] = [
  { least: 0, words: 'none' },
  { least: 1, words: '1 to 4' },
  { least: 5, words: '5 to 19' },
  { least: 20, words: '20 to 99' },
  { least: 100, words: '100 to 499' },
  { least: 500, words: '500 or more' },
];

function Countries({
  partnership,
  counts,
  notKnown,
}: {
  partnership: string;
  counts: readonly { readonly code: string; readonly n: number }[];
  notKnown: number;
}) {
  const { data } = useQuery({ queryKey: ['world'], queryFn: world, staleTime: Infinity });
  if (data === undefined) return null;
  const of = new Map(counts.map(({ code, n }) => [code, n]));
  const drawn = data.filter(({ code }) => of.has(code));
  const [most] = counts;
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  return (
    <GeoMap
      finding={
        most !== undefined && most.n > total / 2
          ? `Most suppliers are in ${countryWords(most.code)}: ${number(most.n)} of ${number(total)}`
          : `Suppliers are in ${count(counts.length, 'country', 'countries')}`
      }
      measure="Suppliers by the country of their seat"
      fileName="Suppliers by country"
      areas={drawn.map(({ code, geometry }) => ({
        ...{ id: code, name: countryWords(code), geometry, value: of.get(code) ?? 0 },
      }))}
      classes={classes}
      readings={drawn.map(
        ({ code }) => `${countryWords(code)}: ${count(of.get(code) ?? 0, 'supplier', 'suppliers')}`,
      )}
      hrefs={drawn.map(({ code }) => `/p/${partnership}/change/suppliers?country=${code}`)}
      table={{
        caption: 'Suppliers by country',
        columns: [{ title: 'Country' }, { title: 'Suppliers', decimals: 0 }],
        rows: counts.map(({ code, n }) => [countryWords(code), n]),
      }}
      source="your own list; outlines: Natural Earth"
      note={
        <p className="small">
          {drawn.length < counts.length &&
            `Only the table has ${count(counts.length - drawn.length, 'country that is', 'countries that are')} too small for the map. `}
          {count(notKnown, 'supplier has', 'suppliers have')} no country.
        </p>
      }
    />
  );
}

function Areas({ partnership, found }: { partnership: string; found: SupplierAreas }) {
  const listed = useQuery(listedQuery(partnership));
  const types = [...new Set(found.areas.map(({ type }) => type))].flatMap(
    (type) => PlaceType.safeParse(type).data ?? [],
  );
  const outlines = useQueries({ queries: types.map((type) => outlinesQuery(partnership, type)) });
  const shapes = new Map(
    outlines.flatMap(({ data }) =>
      (data?.features ?? []).map(({ properties, geometry }) => [properties.id, geometry] as const),
    ),
  );
  const areas = found.areas.map((area) => ({
    ...area,
    at: (listed.data?.partnerships ?? []).filter((each) => isAtWork(each) && worksIn(area)(each)),
  }));
  const drawn = areas.flatMap((area) => {
    const geometry = shapes.get(area.id);
    return geometry === undefined ? [] : [{ ...area, geometry }];
  });
  const whose = (area: (typeof areas)[number]) =>
    area.at.length === 0
      ? '– no listed partnership names it'
      : list(area.at.map(({ name }) => name));
  return (
    <section className="stack">
      <h2>In whose area sites lie</h2>
      {drawn.length > 0 && (
        <GeoMap
          finding={`Suppliers have sites in ${count(areas.length, 'area', 'areas')} that Freehold knows`}
          measure="Suppliers with a site in each area"
          fileName="Suppliers by area"
          areas={drawn.map(({ id, name, geometry, suppliers }) => ({
            ...{ id, name, geometry, value: suppliers },
          }))}
          classes={classes}
          readings={drawn.map(
            ({ name, suppliers, high }) =>
              `${name}: ${count(suppliers, 'supplier', 'suppliers')}, ${number(high)} high`,
          )}
          hrefs={drawn.map(({ id }) => `/p/${partnership}/change/suppliers?place=${id}`)}
          table={{
            caption: 'Suppliers by area',
            columns: [
              { title: 'Area' },
              { title: 'Sites', decimals: 0 },
              { title: 'Suppliers', decimals: 0 },
              { title: 'High', decimals: 0 },
              { title: 'Partnerships there' },
            ],
            rows: areas.map((each) => [
              ...[each.name, each.sites, each.suppliers, each.high, whose(each)],
            ]),
          }}
          source="your own list"
        />
      )}
      {areas.length > 0 && (
        <Table
          caption="Areas with suppliers’ sites, those with most first"
          rows={areas}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Area',
              heads: true,
              cell: ({ id, name }) => (
                <Link
                  to="/p/$partnership/change/suppliers"
                  params={{ partnership }}
                  search={{ place: id }}
                >
                  {name}
                </Link>
              ),
            },
            { title: 'Sites', figure: true, cell: ({ sites }) => number(sites) },
            { title: 'Suppliers', figure: true, cell: ({ suppliers }) => number(suppliers) },
            { title: 'High', figure: true, cell: ({ high }) => number(high) },
            { title: 'Partnerships there', cell: whose },
          ]}
        />
      )}
      <Unplaced partnership={partnership} found={found} />
    </section>
  );
}

function Unplaced({ partnership, found }: { partnership: string; found: SupplierAreas }) {
  const all = found.unplaced.reduce((sum, { sites }) => sum + sites, 0);
  return (
    <div className="stack-tight">
      <p>
        {count(all, 'site', 'sites')} could not be placed;{' '}
        {count(found.withoutSite, 'supplier has', 'suppliers have')} no site.{' '}
        {all > 0 && (
          <Link
            to="/p/$partnership/change/suppliers"
            params={{ partnership }}
            search={{ placed: 'no' }}
          >
            Whose they are
          </Link>
        )}
      </p>
      <ul className="small">
        {found.unplaced.map(({ because, sites }) => (
          <li key={because}>
            {count(sites, 'site', 'sites')}: {unplacedWords[because] ?? 'it was not looked for yet'}
          </li>
        ))}
      </ul>
    </div>
  );
}
