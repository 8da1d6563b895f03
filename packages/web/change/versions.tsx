import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { diffOf, sayField, type Known, type Theory } from '@freehold/core/change';
import { queries } from '../api.ts';
import { Canvas } from '../figure/canvas.tsx';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, moment } from '../words.ts';
import { keepVersion, theoryQuery, versionQuery, type KeptTheory, type TheoryAt } from './calls.ts';
import { drawingOf } from './drawing.ts';
import type { Drawing } from './use-theory.ts';

/** Versions that were kept, and what has become different since one of them: in words and as a drawing. */
export function Versions({
  at,
  drawing,
  kept,
}: {
  at: TheoryAt;
  drawing: Drawing;
  kept: KeptTheory;
}) {
  const { data } = useQuery({ ...theoryQuery(at), initialData: kept });
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const newest = data.versions[0]?.id ?? '';
  const compared = chosen ?? newest;
  const version = useQuery(versionQuery(at, compared));
  const waits = drawing.desk.waits();
  const keep = useMutation({
    mutationFn: () => keepVersion(at, { revision: drawing.base.revision, note: note.trim() }),
    onSuccess: async () => {
      setNote('');
      await queries.invalidateQueries({ queryKey: theoryQuery(at).queryKey });
    },
  });
  return (
    <div className="stack-wide">
      {drawing.mayDraw && (
        <form
          className="wizard-add one"
          onSubmit={(event) => {
            event.preventDefault();
            keep.mutate();
          }}
        >
          <TextField
            label="Keep the theory as it is now"
            hint="A version stays as it is: what was agreed, sent, or tested."
            maxLength={1000}
            value={note}
            onChange={setNote}
          />
          <Button tone="primary" type="submit" disabled={keep.isPending || waits}>
            {waits ? 'Saving first …' : 'Keep a version'}
          </Button>
        </form>
      )}
      <Problems error={keep.error} />
      {newest === '' ? (
        <Empty title="No version is kept yet">
          <p>Keep one when the theory is agreed; you then see here what has changed since.</p>
        </Empty>
      ) : (
        <>
          <Choice
            label="What has changed since"
            value={compared}
            options={data.versions.map(
              (each) =>
                [
                  each.id,
                  `Version ${each.number} · ${moment(each.at)} · ${each.byName}${each.note === '' ? '' : ` · ${each.note}`}`,
                ] as const,
            )}
            onChange={setChosen}
          />
          <Problems error={version.error} />
          {version.data !== undefined && (
            <Compared
              before={version.data.theory}
              after={drawing.history.now}
              known={drawing.known}
            />
          )}
          {version.data !== undefined && drawing.mayDraw && (
            <div>
              <Button
                onClick={() => {
                  if (version.data !== undefined)
                    drawing.edit({ kind: 'replace', theory: version.data.theory });
                }}
              >
                Go back to version {version.data.number}
              </Button>{' '}
              <span className="small soft">Undo brings back what is here now.</span>
            </div>
          )}
        </>
      )}
    </div>
  );
}

const changeWords = { added: 'New', removed: 'Gone', changed: 'Changed' } as const;

function Compared({ before, after, known }: { before: Theory; after: Theory; known: Known }) {
  const { items, fields } = useMemo(() => diffOf(before, after), [before, after]);
  const both = useMemo(() => {
    const ids = new Set([...after.nodes, ...after.links].map(({ id }) => id));
    const theory: Theory = {
      ...after,
      nodes: [...after.nodes, ...before.nodes.filter(({ id }) => !ids.has(id))],
      links: [...after.links, ...before.links.filter(({ id }) => !ids.has(id))],
    };
    const states = new Map(items.map(({ id, change }) => [id, `diff-${change}`]));
    return { theory, drawing: drawingOf(theory, known, { folded: new Set(), states }) };
  }, [before, after, known, items]);
  const title = (id: string) => both.theory.nodes.find((node) => node.id === id)?.title ?? '';
  const name = (id: string) => {
    const link = both.theory.links.find((each) => each.id === id);
    return link === undefined ? title(id) : `${title(link.from)} → ${title(link.to)}`;
  };
  const summary =
    items.length + fields.length === 0
      ? 'Nothing has changed.'
      : `${count(items.length + fields.length, 'difference', 'differences')}.`;
  return (
    <section className="stack">
      <p role="status">{summary}</p>
      <ul className="diff">
        {fields.map((field) => (
          <li key={field}>Changed: the theory’s {sayField(field)}</li>
        ))}
        {items.map(({ kind, id, change, fields: own }) => (
          <li key={`${kind} ${id}`} className={`diff-${change}`}>
            <span className="strong">{changeWords[change]}:</span> {kind === 'link' ? 'link ' : ''}
            {name(id)}
            {own.length > 0 && (
              <span className="small soft"> ({own.map(sayField).join(', ')})</span>
            )}
          </li>
        ))}
      </ul>
      <Canvas
        drawing={both.drawing}
        selected={none}
        actions={still}
        editable={false}
        summary={summary}
        minimap={false}
      />
    </section>
  );
}

const none: readonly string[] = [];
const nothing = () => undefined;
const still = {
  ...{ onSelect: nothing, onMove: nothing, onLink: nothing },
  ...{ onRemove: nothing, onAdd: nothing, onEdit: nothing },
};
