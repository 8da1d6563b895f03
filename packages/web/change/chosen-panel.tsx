import type { Finding } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { count } from '../words.ts';
import type { KeptTheory } from './calls.ts';
import { Checks } from './checks.tsx';
import { Comments } from './comments.tsx';
import { LinkPanel } from './link-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import type { ViewProps } from './shared.ts';
import { TheoryPanel } from './theory-panel.tsx';

/** What is chosen, to be read and edited; the theory as a whole where nothing is. */
export function ChosenPanel({
  found,
  kept,
  onShow,
  ...props
}: ViewProps & { found: readonly Finding[]; kept: KeptTheory; onShow: (id: string) => void }) {
  const { at, drawing, selected, onSelect } = props;
  const { now: theory } = drawing.history;
  const [only] = selected;
  const one = selected.length === 1 && only !== undefined ? only : null;
  const node = theory.nodes.find(({ id }) => id === one);
  const link = theory.links.find(({ id }) => id === one);
  const about = node?.id ?? link?.id ?? null;
  const own = found.filter(
    ({ nodes, links }) => about !== null && [...nodes, ...links].includes(about),
  );
  return (
    <div className="stack">
      {selected.length > 0 && (
        <div>
          <Button onClick={() => onSelect([])}>Back to the whole theory</Button>
        </div>
      )}
      {selected.length > 1 && <p>{count(selected.length, 'part is', 'parts are')} chosen.</p>}
      {node !== undefined && <NodePanel key={node.id} {...{ node, drawing, onShow }} />}
      {link !== undefined && (
        <LinkPanel key={link.id} {...{ link, drawing, onShow }} partnership={at.partnership} />
      )}
      {about === null && selected.length < 2 && <TheoryPanel {...{ at, drawing, kept }} />}
      {selected.length < 2 && (
        <Checks found={about === null ? found : own} onShow={onShow} whole={about === null} />
      )}
      <Comments {...{ at, about, kept, theory, onShow }} />
    </div>
  );
}
