import { useState } from 'react';
import { sayField, type Clash, type Side, type Theory } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { count } from '../words.ts';
import type { Drawing } from './use-theory.ts';

/** Two people changed the same: both are shown, and a person chooses, thing by thing. Nothing is lost until then. */
export function Clashes({ drawing }: { drawing: Drawing }) {
  const { conflict, desk, history } = drawing;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const [later, setLater] = useState(false);
  if (conflict === null) return null;
  const { clashes, theirs } = conflict;
  const all = clashes.every(({ key }) => chosen.has(key));
  if (later)
    return (
      <p className="undo">
        {theirs.changedBy} saved meanwhile. Your changes are kept here and not saved yet.{' '}
        <Button onClick={() => setLater(false)}>Choose now</Button>
      </p>
    );
  return (
    <Dialog title={`${theirs.changedBy} changed the same`} open onClose={() => setLater(true)}>
      <p>
        {count(clashes.length, 'thing was', 'things were')} changed by both of you. Everything else
        of both is joined already.
      </p>
      {clashes.map((clash) => (
        <fieldset key={clash.key} className="clash">
          <legend>{about(clash, history.now, theirs.theory)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="clash-side">
              <input
                type="radio"
                name={clash.key}
                checked={chosen.get(clash.key) === side}
                onChange={() => setChosen(new Map(chosen).set(clash.key, side))}
              />
              <span>
                <span className="strong">{side === 'mine' ? 'Yours' : theirs.changedBy}:</span>{' '}
                {said(clash, side)}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="row">
        <Button
          tone="primary"
          disabled={!all}
          onClick={() => {
            desk.settle(chosen);
            setChosen(new Map());
          }}
        >
          Keep what I chose
        </Button>
        <Button onClick={() => setLater(true)}>Not now</Button>
      </div>
    </Dialog>
  );
}

function about({ kind, id, field }: Clash, mine: Theory, theirs: Theory): string {
  if (kind === 'theory') return `The theory’s ${sayField(field)}`;
  const title = (end: string) =>
    [...mine.nodes, ...theirs.nodes].find((node) => node.id === end)?.title ?? '';
  const link = [...mine.links, ...theirs.links].find((each) => each.id === id);
  const name = link === undefined ? `“${title(id)}”` : `${title(link.from)} → ${title(link.to)}`;
  return field === '' ? name : `${name}: ${sayField(field)}`;
}

function said({ field, mine, theirs }: Clash, side: Side): string {
  const value = side === 'mine' ? mine : theirs;
  if (field === '') return value === null ? 'take it away' : 'keep it';
  if (typeof value === 'string') return value === '' ? 'nothing' : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(itemWords).join('; ');
  return value === null ? 'nothing' : JSON.stringify(value);
}

function itemWords(item: unknown): string {
  if (typeof item === 'string') return item;
  const words = Object.values(Object(item) as object).filter(
    (each) => typeof each === 'string' && each !== '',
  );
  return words.slice(0, 2).join(', ');
}
