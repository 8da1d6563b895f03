import { useEffect, useRef, useState } from 'react';
import type { Network } from '@freehold/core/graph';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { count, number } from '../words.ts';
import { groupIn, type Row } from './view.ts';
import { attributeTitle, measureWords, valueWords } from './words.ts';

const most = 60;

/** The network as a list: search, select, and go on to neighbours. All that the map can do can be done here. */
export function Side({
  rows,
  selected,
  around,
  ties,
  directed,
  colour,
  onPick,
}: {
  rows: readonly Row[];
  selected: Row | null;
  around: ReadonlyMap<string, ReadonlySet<string>>;
  ties: Network['ties'];
  directed: boolean;
  colour: string;
  onPick: (id: string | null) => void;
}) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = rows.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <div className="network-side">
      {selected === null ? (
        <>
          <TextField label="Find" type="search" value={query} onChange={setQuery} />
          <p className="small soft" role="status">
            {found.length > most
              ? `The ${most} with most ties of ${count(found.length, 'entry', 'entries')}`
              : count(found.length, 'entry', 'entries')}
          </p>
          <Names rows={found} colour={colour} onPick={onPick} />
        </>
      ) : (
        <Selected
          row={selected}
          near={rows.filter(({ id }) => around.get(selected.id)?.has(id))}
          ties={ties}
          directed={directed}
          colour={colour}
          onPick={onPick}
        />
      )}
    </div>
  );
}

function Names({
  rows,
  colour,
  words,
  onPick,
}: {
  rows: readonly Row[];
  colour: string;
  words?: (row: Row) => string;
  onPick: (id: string) => void;
}) {
  const [shown, setShown] = useState(most);
  return (
    <>
      <ul className="network-names">
        {rows.slice(0, shown).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onPick(row.id)}>
              {row.label}
              <span className="small soft">
                {[groupIn(row, colour), words?.(row) ?? count(row.degree, 'tie', 'ties')]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + most)}>
          Show {Math.min(most, rows.length - shown)} more
        </Button>
      )}
    </>
  );
}

function Selected({
  row,
  near,
  ties,
  directed,
  colour,
  onPick,
}: {
  row: Row;
  near: readonly Row[];
  ties: Network['ties'];
  directed: boolean;
  colour: string;
  onPick: (id: string | null) => void;
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // From a name in this list the focus goes on to what it opened; from the map it stays on the map.
    if (head.current?.closest('.network-side')?.contains(document.activeElement) || lostFocus())
      head.current?.focus();
  }, [row.id]);
  const weights = weightsOf(row.id, ties);
  const { metrics } = row;
  return (
    <section className="stack">
      <Button onClick={() => onPick(null)}>All entries</Button>
      <h3 tabIndex={-1} ref={head}>
        {row.label}
      </h3>
      <dl className="network-facts">
        {Object.entries(row.attributes).map(([name, value]) => (
          <div key={name}>
            <dt>{attributeTitle(name)}</dt>
            <dd>{valueWords(name, String(value))}</dd>
          </div>
        ))}
        {metrics !== null && (
          <>
            <div>
              <dt title={measureWords.betweenness.says}>{measureWords.betweenness.title}</dt>
              <dd>{number(metrics.betweenness, 1)}</dd>
            </div>
            <div>
              <dt title={measureWords.closeness.says}>{measureWords.closeness.title}</dt>
              <dd>{metrics.closeness === null ? '–' : number(metrics.closeness, 2)}</dd>
            </div>
            <div>
              <dt title={measureWords.reach2.says}>{measureWords.reach2.title}</dt>
              <dd>{number(metrics.reach2)}</dd>
            </div>
          </>
        )}
      </dl>
      {metrics?.articulation && (
        <p className="small">Without it, its part of the network would fall apart.</p>
      )}
      <h4>{count(near.length, 'neighbour', 'neighbours')}</h4>
      <Names
        key={row.id}
        rows={near}
        colour={colour}
        words={({ id }) => weightWords(weights.get(id), directed)}
        onPick={onPick}
      />
    </section>
  );
}

type Weights = { readonly out: number; readonly into: number };

function weightsOf(id: string, ties: Network['ties']): ReadonlyMap<string, Weights> {
  const found = new Map<string, Weights>();
  for (const { source, target, weight } of ties) {
    if (source !== id && target !== id) continue;
    const other = source === id ? target : source;
    const so = found.get(other) ?? { out: 0, into: 0 };
    found.set(
      other,
      source === id ? { ...so, out: so.out + weight } : { ...so, into: so.into + weight },
    );
  }
  return found;
}

function weightWords(weights: Weights | undefined, directed: boolean): string {
  if (weights === undefined) return '';
  const { out, into } = weights;
  if (!directed) return out + into === 1 ? '' : `weight ${number(out + into)}`;
  return [out > 0 && `to it ${number(out, 0)}`, into > 0 && `from it ${number(into, 0)}`]
    .filter((part) => part !== false)
    .join(', ');
}

function lostFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
