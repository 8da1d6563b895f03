import { useMemo, useState } from 'react';
import { blankLink, blankNode, described, toneWords, type Finding } from '@freehold/core/change';
import { Canvas, type CanvasActions } from '../figure/canvas.tsx';
import { Button } from '../parts/button.tsx';
import { drawingOf } from './drawing.ts';
import { foundBy, type ViewProps } from './shared.ts';
import { newId } from './use-theory.ts';

/** The theory as a drawing that can be moved, linked and walked by keys. */
export function CanvasView({
  drawing,
  selected,
  onSelect,
  sought,
  found,
}: ViewProps & { sought: string; found: readonly Finding[] }) {
  const { history, known, edit, mayDraw } = drawing;
  const { now: theory } = history;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const drawn = useMemo(() => {
    const wrong = found.flatMap(({ nodes, links }) => [...nodes.slice(0, 1), ...links.slice(0, 1)]);
    const states = new Map([
      ...wrong.map((id) => [id, 'wrong'] as const),
      ...[...foundBy(theory, sought)].map((id) => [id, 'sought'] as const),
    ]);
    return drawingOf(theory, known, { folded, states });
  }, [theory, known, folded, found, sought]);
  const nodes = new Set(theory.nodes.map(({ id }) => id));
  const actions: CanvasActions = {
    onSelect,
    onMove: (moves) => edit({ kind: 'move', moves }),
    onLink: (from, to) => {
      const id = newId('l');
      if (edit({ kind: 'add-link', link: blankLink(id, from, to) })) onSelect([id]);
    },
    onRemove: (ids) => {
      edit({ kind: 'remove', ids });
      onSelect([]);
    },
    onAdd: (leadsTo) => {
      const id = newId('n');
      const node = { kind: 'add-node', node: blankNode(id, 'outcome', 'Something new') } as const;
      const link =
        leadsTo === null
          ? []
          : [{ kind: 'add-link', link: blankLink(newId('l'), id, leadsTo) } as const];
      edit({ kind: 'several', edits: [node, ...link] });
      onSelect([id]);
      editSoon();
    },
    onEdit: (id) => {
      onSelect([id]);
      editSoon();
    },
  };
  const chosen = selected.filter((id) => nodes.has(id));
  const fold = () =>
    setFolded((before) => {
      const next = new Set(before);
      for (const id of chosen) if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      <Canvas
        drawing={drawn}
        selected={selected}
        actions={actions}
        editable={mayDraw}
        summary={described(theory, known)}
      />
      <div className="row canvas-below">
        <Button disabled={chosen.length === 0} onClick={fold}>
          {chosen.some((id) => folded.has(id)) ? 'Unfold' : 'Fold what leads there'}
        </Button>
        {folded.size > 0 && <Button onClick={() => setFolded(new Set())}>Unfold all</Button>}
        {mayDraw && selected.length > 0 && (
          <Button tone="danger" onClick={() => actions.onRemove(selected)}>
            Remove what is chosen
          </Button>
        )}
      </div>
      <Key />
    </>
  );
}

/** The panel's first field, once the panel is there. */
function editSoon(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.theory-side input, .theory-side textarea')?.focus(),
    ),
  );
}

function Key() {
  return (
    <details className="method canvas-key">
      <summary>What the colours and keys mean</summary>
      <ul className="canvas-tones">
        {Object.entries(toneWords).map(([tone, words]) => (
          <li key={tone}>
            <span className={`tone-swatch tone-${tone}`} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
      <p>
        The line is solid for good evidence, dashed for little, dotted for none, and thick where the
        evidence is against it. It is pale until somebody is on record (❝). ▲ is on course, ▼ off
        course, ↺ a loop that is meant.
      </p>
      <p>
        Keys: arrows walk from box to box, Enter chooses, Shift and Enter chooses more, Shift and an
        arrow moves, L links, N adds what leads there, E edits, Delete removes, Ctrl and Z takes
        back. Shift and drag chooses many.
      </p>
    </details>
  );
}
