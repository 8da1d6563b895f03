import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { PartnersFrame } from '../directory/frame.tsx';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day, list } from '../words.ts';
import { networkQuery, networksQuery, type NetworkAnswer, type NetworkLine } from './calls.ts';
import { Controls } from './controls.tsx';
import { NetworkFigure } from './network-figure.tsx';
import { RemoveNetwork } from './remove.tsx';
import type { NetworkSearch } from './search.ts';
import { useNetworkView, type NetworkView } from './use-view.ts';
import { Whole } from './whole.tsx';
import '../look/network.css';

/** Who works with whom, as a map, a list with neighbours, and a table. */
export function NetworkPage() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/network' });
  const search = useSearch({ from: '/p/$partnership/partners/network' });
  const navigate = useNavigate({ from: '/p/$partnership/partners/network' });
  const mine = usePartnership(partnership);
  const mayEdit = mine !== null && mayEditPlace(mine.role);
  const chosen = search.network ?? 'membership';
  const listed = useQuery(networksQuery(partnership));
  const one = useQuery(networkQuery(partnership, chosen));
  const network = useMemo(() => one.data?.network, [one.data]);
  const view = useNetworkView(network, search);
  const change = (next: NetworkSearch) =>
    void navigate({ search: clean({ ...search, ...next }), replace: true, resetScroll: false });
  const nothing = network !== undefined && network.nodes.length === 0;
  return (
    <PartnersFrame
      partnership={partnership}
      here="Network"
      title={one.data === undefined ? '' : titleOf(one.data, view)}
      lede="Select an organisation to see whom it works with. Everything on the map is also in the list beside it and in the table."
      error={listed.error ?? one.error}
      ready={listed.data !== undefined && one.data !== undefined}
      action={
        mayEdit ? (
          <Link
            to="/p/$partnership/partners/network-import"
            params={{ partnership }}
            className={buttonClass('primary')}
          >
            Bring a network in
          </Link>
        ) : undefined
      }
    >
      <div className="row network-choice">
        <Choice
          label="Network"
          value={chosen}
          options={(listed.data?.networks ?? []).map((each) => [each.id, lineWords(each)])}
          onChange={(id) => void navigate({ search: { network: id } })}
        />
        {mayEdit && one.data?.kind === 'imported' && (
          <RemoveNetwork partnership={partnership} network={one.data} />
        )}
      </div>
      {nothing ? (
        <Empty title="A network shows who works with whom">
          <p>
            It is drawn from the directory: list partnerships and their members there, or run the
            survey of working relationships, or bring a network in from a file.
          </p>
          <Link to="/p/$partnership/partners" params={{ partnership }} className={buttonClass()}>
            Open the directory
          </Link>
        </Empty>
      ) : (
        one.data !== undefined && (
          <>
            <Controls network={one.data.network} view={view} search={search} onChange={change} />
            <NetworkFigure answer={one.data} view={view} search={search} onChange={change} />
            <Whole view={view} network={one.data.network} />
            <HowDrawn answer={one.data} />
          </>
        )
      )}
    </PartnersFrame>
  );
}

function clean(search: NetworkSearch): NetworkSearch {
  return Object.fromEntries(
    Object.entries(search).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    ),
  );
}

function lineWords({ title, kind, nodes, ties, at }: NetworkLine): string {
  const size =
    nodes === null ? '' : `, ${count(nodes, 'node', 'nodes')}, ${count(ties ?? 0, 'tie', 'ties')}`;
  const when = at === null ? '' : `, ${day(at)}`;
  const from = { membership: '', shared: '', relationships: 'Survey: ', imported: 'File: ' }[kind];
  return `${from}${title}${size}${when}`;
}

/** "12 organisations and 4 partnerships, 30 ties; most ways lead over Harbour Council". */
function titleOf({ network, kind }: NetworkAnswer, { metrics, rows }: NetworkView): string {
  if (network.nodes.length === 0) return 'There is no network to show yet';
  const groups = network.nodes.filter(({ attributes }) => attributes['kind'] === 'partnership');
  const others = network.nodes.length - groups.length;
  const what =
    kind === 'imported'
      ? count(others, 'node', 'nodes')
      : count(others, 'organisation', 'organisations');
  const who =
    groups.length === 0 ? what : list([what, count(groups.length, 'partnership', 'partnerships')]);
  const size = `${who}, ${count(network.ties.length, 'tie', 'ties')}`;
  const [first] = rows
    .filter(({ attributes }) => attributes['kind'] !== 'partnership')
    .toSorted((a, b) => (b.metrics?.betweenness ?? 0) - (a.metrics?.betweenness ?? 0));
  if (metrics === null || first === undefined || (first.metrics?.betweenness ?? 0) === 0)
    return size;
  return `${size}; most ways lead over ${first.label}`;
}

function HowDrawn({ answer }: { answer: NetworkAnswer }) {
  return (
    <Method>
      <p>{sources[answer.kind]}</p>
      <p>
        Positions are worked out by ForceAtlas2 from a fixed seed, so that the same network looks
        the same next time; near means tied, and left, right, up and down mean nothing. Measures are
        of the whole network, whatever the filters show. Communities are found by the method of
        Louvain with seed 1; weights count there, in strength and in betweenness by weight, and
        nowhere else. Definitions and sources of every measure stand in the rules of the graph room
        (packages/core/graph/rules.md) and in docs/formats.md.
      </p>
    </Method>
  );
}

const sources: Readonly<Record<NetworkAnswer['kind'], string>> = {
  membership:
    'From the directory as it stands today: a tie for every organisation that belongs to a partnership at work. Who was only invited, or has left, has none.',
  shared:
    'From the directory as it stands today: organisations are tied where they sit in the same partnership, and the weight is in how many. A partnership of more than sixty members ties nobody.',
  relationships:
    'From a survey of working relationships that is closed: a tie leads from the organisation that says so to the other, and its weight is the level, 1 awareness to 4 integration. Who did not answer has no ties of its own word; that is not the same as working with nobody.',
  imported:
    'From a file that was brought in. Several rows with the same ends are one tie, their weights added.',
};
