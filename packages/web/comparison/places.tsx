import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AreaMap, BesidePlot, Rug } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { boundariesQuery } from '../place/calls.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, day } from '../words.ts';
import { groupKinds, peersQuery, type GroupKind, type Peers } from './calls.ts';
import { CompareTabs, Nothing, useCompared } from './frame.tsx';
import { Neighbours } from './neighbours.tsx';
import { besideNote, groupWords, peersTitle } from './words.ts';

/** A place beside those that share their results with it: never a rank, and only what was shared. */
export function ComparePlaces() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/places' });
  const search = useSearch({ from: '/p/$partnership/compare/places' });
  const navigate = useNavigate();
  const place = useCompared(partnership, search.place);
  const group = search.group ?? 'all';
  const { data, error } = useQuery({
    ...peersQuery(partnership, place.id, group),
    placeholderData: keepPreviousData,
    enabled: place.id !== '',
  });
  useCrumbs({ words: 'Compare', to: `/p/${partnership}/compare` }, { words: 'Places' });
  return (
    <Page
      title={data === undefined ? 'Places beside places' : peersTitle(data)}
      lede="Topic scores that agencies agreed about their own place, beside those of partnerships that chose to share theirs. Places differ: a score is no verdict, and nothing here is ranked."
    >
      <CompareTabs partnership={partnership} place={search.place} />
      <Problems error={error} />
      {place.ready && place.id === '' && <Nothing partnership={partnership} reason="no-review" />}
      {place.id !== '' && data === undefined && error === null && <Loading what="the places" />}
      {data !== undefined && (
        <>
          <div className="row top">
            <Choice<GroupKind>
              label="Beside"
              value={group}
              options={groupKinds.map((kind) => [kind, groupWords[kind]] as const)}
              onChange={(next) =>
                void navigate({
                  to: '/p/$partnership/compare/places',
                  params: { partnership },
                  search: { ...search, group: next },
                })
              }
            />
          </div>
          {data.reason === null ? (
            <Beside partnership={partnership} peers={data} topic={search.topic} />
          ) : (
            <Nothing partnership={partnership} reason={data.reason} />
          )}
          <Neighbours partnership={partnership} peers={data} role={place.role} />
        </>
      )}
    </Page>
  );
}

function Beside({
  partnership,
  peers,
  topic,
}: {
  partnership: string;
  peers: Peers;
  topic: string | undefined;
}) {
  const { place, topics, review } = peers;
  const small = topics.every(({ group }) => group === null);
  const names = peers.peers.map((peer) => peer.place);
  const source = `${review?.framework.title ?? ''}, version ${review?.framework.version ?? ''}`;
  return (
    <>
      {small && (
        <Notice tone="warn" title="Fewer than four places: no quartiles">
          <p>A group this small says little. Its places are shown, and no figures of the group.</p>
        </Notice>
      )}
      {review !== null && (
        <p className="soft">
          Of {place.name}: {review.title}, round {review.round}, of {day(review.at)}.
        </p>
      )}
      {peers.otherFramework > 0 && (
        <p className="soft">
          {count(peers.otherFramework, 'more place shares', 'more places share')} results of other
          questions; they cannot be compared.
        </p>
      )}
      <BesidePlot
        finding={`${place.name} among ${count(names.length, 'other place', 'other places')}, topic by topic`}
        measure={`Topic score, 0 to 4 · ${source}`}
        fileName={`${place.name} beside places`}
        most={4}
        tiles={topics.map((each) => ({
          label: each.title,
          value: each.own?.score ?? null,
          low: each.own?.low ?? null,
          high: each.own?.high ?? null,
          group: each.group,
          others: peers.peers.flatMap((peer) => peer.topics[each.code]?.score ?? []),
          note: besideNote(each),
        }))}
      />
      <Overview peers={peers} />
      <TopicMap partnership={partnership} peers={peers} topic={topic} />
      <Method>
        <p>
          Quartiles are of type 7 over the places with a score, this place among them; under four
          there are none. Two places are told apart only where their intervals do not meet. Shown is
          the newest review that each place shares, if it was asked by the same version and profile
          of the framework. Reviews differ in who took part and when.
        </p>
        <ul>
          {peers.peers.map(({ id, place: name, partnership: whose, round, at }) => (
            <li key={id}>
              {name}: {whose}, round {round}, shared on {day(at)}
            </li>
          ))}
        </ul>
      </Method>
    </>
  );
}

const mostColumns = 12;

function Overview({ peers }: { peers: Peers }) {
  const shown = peers.peers.slice(0, mostColumns);
  return (
    <Rug
      finding={`${peers.place.name} and ${count(shown.length, 'place', 'places')} over all topics`}
      measure="Topic score, 0 to 4"
      fileName={`${peers.place.name} and places over all topics`}
      columns={[peers.place.name, ...shown.map(({ place }) => place)]}
      rows={peers.topics.map(({ code, title, own }) => ({
        label: title,
        cells: [
          { score: own?.score ?? null, alike: false },
          ...shown.map((peer) => {
            const other = peer.topics[code];
            return { score: other?.score ?? null, alike: !apart(own, other) };
          }),
        ],
      }))}
    />
  );
}

type Scored = { readonly low: number | null; readonly high: number | null };

function apart(own: Scored | null, other: Scored | undefined): boolean {
  if (own === null || other === undefined) return false;
  if (own.low === null || own.high === null || other.low === null || other.high === null)
    return false;
  return other.low > own.high || other.high < own.low;
}

function TopicMap({
  partnership,
  peers,
  topic,
}: {
  partnership: string;
  peers: Peers;
  topic: string | undefined;
}) {
  const navigate = useNavigate();
  const { data } = useQuery(boundariesQuery(partnership, peers.place.type, null));
  const shown = peers.topics.find(({ code }) => code === topic) ?? peers.topics[0];
  if (shown === undefined || data === undefined) return null;
  const values = new Map(
    [
      ...peers.peers.map((peer) => [peer.placeHere, peer.topics[shown.code]] as const),
      [peers.place.id, shown.own ?? undefined] as const,
    ].flatMap(([id, score]) =>
      id === null || score === undefined
        ? []
        : [
            [
              id,
              { value: score.score, low: score.low, high: score.high, suppressed: false },
            ] as const,
          ],
    ),
  );
  const known = data.features.filter(({ properties: { id } }) => values.has(id));
  if (known.length < 2) return null;
  return (
    <>
      <div className="row top">
        <Choice
          label="Topic on the map"
          value={shown.code}
          options={peers.topics.map(({ code, title }) => [code, title] as const)}
          onChange={(code) =>
            void navigate({
              to: '/p/$partnership/compare/places',
              params: { partnership },
              search: (before: Record<string, unknown>) => ({ ...before, topic: code }),
            })
          }
        />
      </div>
      <AreaMap
        finding={`${shown.title}: ${besideNote(shown)}`}
        measure="Topic score, 0 to 4"
        unit=""
        decimals={1}
        fileName={`${peers.place.name} ${shown.title} map`}
        own={peers.place.id}
        values={values}
        features={data.features.map(({ properties, geometry }) => ({
          id: properties.id,
          name: properties.name,
          geometry,
          href: `/p/${partnership}/places/${properties.id}`,
        }))}
      />
    </>
  );
}
