import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { metricColumns } from '@freehold/core/graph';
import { FigureFrame } from '../figure/index.ts';
import { canDrawMaps, NetworkMap, type NetworkCamera } from '../figure/network-map.tsx';
import type { Lit } from '../figure/network-lit.ts';
import { NetworkPicture } from '../figure/network-picture.tsx';
import { Button } from '../parts/button.tsx';
import { count } from '../words.ts';
import type { NetworkAnswer } from './calls.ts';
import { Downloads } from './downloads.tsx';
import { Key } from './key.tsx';
import type { NetworkSearch } from './search.ts';
import { Side } from './side.tsx';
import type { NetworkView } from './use-view.ts';
import { groupIn, type Row } from './view.ts';
import { attributeTitle, measureWords } from './words.ts';
import { Progress } from '../parts/progress.tsx';

/** The map, and beside it the same network as a list that leads from neighbour to neighbour. */
export function NetworkFigure({
  answer,
  view,
  search,
  onChange,
}: {
  answer: NetworkAnswer;
  view: NetworkView;
  search: NetworkSearch;
  onChange: (next: NetworkSearch) => void;
}) {
  const { drawing, part, around, place, colours, colour, rows } = view;
  const camera = useRef<NetworkCamera | null>(null);
  const keepCamera = useCallback((moved: NetworkCamera | null) => {
    camera.current = moved;
  }, []);
  const [pointed, setPointed] = useState<string | null>(null);
  const [lifted, setLifted] = useState<number | null>(null);
  const [moving] = useState(canDrawMaps);
  const shown = useMemo(() => shownRows(rows, part), [rows, part]);
  const twin = useMemo(() => twinOf(answer.title, shown), [answer.title, shown]);
  const selected = shown.find(({ id }) => id === search.node) ?? null;
  const lit = useMemo(
    () => litBy(selected?.id ?? null, around, lifted, drawing),
    [selected, around, lifted, drawing],
  );
  const pick = (id: string | null) => {
    onChange({ node: id ?? '' });
    if (id !== null) camera.current?.show(id);
  };
  const reading = shown.find(({ id }) => id === pointed) ?? selected;
  const label = `Network of ${count(part.nodes.length, 'node', 'nodes')} and ${count(part.ties.length, 'tie', 'ties')}`;
  const picture = <NetworkPicture drawing={drawing} keys={colours.keys} label={label} />;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(event.key, selected, shown, around);
    if (['+', '-', '0'].includes(event.key))
      camera.current?.zoom(event.key === '+' ? 'in' : event.key === '-' ? 'out' : 'all');
    else if (next !== undefined) pick(next);
    else return;
    event.preventDefault();
  };
  return (
    <FigureFrame
      finding={label}
      measure={`Colour: ${colour === '' ? 'none' : attributeTitle(colour.replace(':', ''))}. Nearness shows ties; the larger a mark, the greater its ${sizeWords(view.size)}.`}
      fileName={`network ${answer.title}`}
      table={twin}
      picture={picture}
      source={
        answer.kind === 'imported'
          ? `file “${answer.title}”`
          : 'the partnership’s directory and surveys'
      }
      note={<Downloads title={answer.title} network={part} />}
    >
      <div className="network">
        <div className="network-map">
          {place.work.state !== 'done' ? (
            <Progress
              what="Finding places"
              work={place.work}
              onStop={place.stop}
              onAgain={place.again}
            />
          ) : moving ? (
            <>
              {/* An application, so that screen readers hand the arrow keys over. */}
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <div
                role="application"
                aria-roledescription="network"
                aria-label={`${label}. Up and down go through all, left and right through neighbours of the selected one, plus and minus zoom, Escape lets go.`}
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                className="network-stage"
                onKeyDown={onKeyDown}
              >
                <NetworkMap
                  drawing={drawing}
                  lit={lit}
                  onPick={pick}
                  onPoint={setPointed}
                  onCamera={keepCamera}
                />
              </div>
              <div className="network-zoom" role="group" aria-label="Zoom">
                <Button aria-label="Zoom in" onClick={() => camera.current?.zoom('in')}>
                  +
                </Button>
                <Button aria-label="Zoom out" onClick={() => camera.current?.zoom('out')}>
                  −
                </Button>
                <Button onClick={() => camera.current?.zoom('all')}>Whole</Button>
              </div>
            </>
          ) : (
            picture
          )}
          <p className="reading" aria-live="polite">
            {reading === null ? (
              <span className="soft">Point at a mark, or use the arrow keys, to read it here.</span>
            ) : (
              readingOf(reading, colour)
            )}
          </p>
          <Key keys={colours.keys} lifted={lifted} onLift={setLifted} />
        </div>
        <Side
          rows={shown}
          selected={selected}
          around={around}
          ties={part.ties}
          directed={part.directed}
          colour={colour}
          onPick={pick}
        />
      </div>
    </FigureFrame>
  );
}

function sizeWords(size: string): string {
  if (size === 'same') return 'nothing: all are alike';
  const [name] = metricColumns.find(([each]) => each === size) ?? ['degree' as const];
  return name === 'degree' ? 'number of ties' : measureWords[name].title.toLowerCase();
}

function shownRows(rows: readonly Row[], { nodes }: NetworkView['part']): readonly Row[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

function litBy(
  node: string | null,
  around: NetworkView['around'],
  lifted: number | null,
  { marks }: NetworkView['drawing'],
): Lit {
  if (node !== null) return { node, around: new Set([node, ...(around.get(node) ?? [])]) };
  if (lifted === null) return null;
  const group = marks.filter(({ category }) => category === lifted);
  return { node: null, around: new Set(group.map(({ id }) => id)) };
}

/** Where a key leads: another node, null to let go, undefined where the key means nothing. */
function stepped(
  key: string,
  selected: Row | null,
  rows: readonly Row[],
  around: NetworkView['around'],
): string | null | undefined {
  if (key === 'Escape') return null;
  const at = rows.findIndex(({ id }) => id === selected?.id);
  if (key === 'ArrowDown') return rows[Math.min(rows.length - 1, at + 1)]?.id;
  if (key === 'ArrowUp') return rows[Math.max(0, at - 1)]?.id;
  if (key === 'Home') return rows[0]?.id;
  if (key === 'End') return rows.at(-1)?.id;
  const near = rows.filter(({ id }) => around.get(selected?.id ?? '')?.has(id));
  if (key === 'ArrowRight') return near[0]?.id;
  return key === 'ArrowLeft' ? near.at(-1)?.id : undefined;
}

/** One node, read out: "Harbour Council, Council: 5 ties". */
function readingOf(row: Row, colour: string): string {
  const group = groupIn(row, colour);
  return `${row.label}${group === '' ? '' : `, ${group}`}: ${count(row.degree, 'tie', 'ties')}`;
}

function twinOf(title: string, rows: readonly Row[]) {
  const names = [...new Set(rows.flatMap(({ attributes }) => Object.keys(attributes)))];
  return {
    caption: title,
    columns: [
      { title: 'Name' },
      ...names.map((name) => ({ title: attributeTitle(name) })),
      ...metricColumns.map(([name]) => ({
        title: measureWords[name].title,
        decimals: decimalsOf[name] ?? 0,
      })),
    ],
    rows: rows.map(({ label, attributes, degree, metrics }) => [
      label,
      ...names.map((name) => attributes[name] ?? null),
      ...metricColumns.map(([name, value]) =>
        metrics === null ? (name === 'degree' ? degree : null) : said(value(metrics)),
      ),
    ]),
  };
}

function said(value: string | number | boolean | null): string | number | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

const decimalsOf: Readonly<Record<string, number>> = {
  betweenness: 1,
  betweenness_normalised: 3,
  betweenness_weighted: 1,
  closeness: 3,
  out_closeness: 3,
  eigenvector: 3,
  clustering: 2,
  reach2_share: 2,
  ei_index: 2,
};
