import { blankNode, Lanes } from '@freehold/core/change';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { count } from '../words.ts';
import { foundBy, type ViewProps } from './shared.ts';
import { newId } from './use-theory.ts';

const laneWords: Readonly<Record<Lanes, string>> = {
  none: 'No lanes',
  actor: 'Actor',
  pathway: 'Pathway',
  level: 'Level',
  type: 'Type',
};

/** What is done to the whole drawing: add, take back, search, lanes, tidy. */
export function Toolbar({
  drawing,
  selected,
  onSelect,
  sought,
  onSeek,
}: ViewProps & { sought: string; onSeek: (words: string) => void }) {
  const { desk, edit, history, mayDraw } = drawing;
  const { now: theory, past, future } = history;
  const hits = [...foundBy(theory, sought)];
  const add = () => {
    const id = newId('n');
    const first = theory.nodes.every(({ type }) => type !== 'impact');
    edit({
      kind: 'add-node',
      node: blankNode(id, first ? 'impact' : 'outcome', first ? 'The goal' : 'Something new'),
    });
    onSelect([id]);
  };
  const next = () => {
    const at = hits.findIndex((id) => selected.includes(id));
    const hit = hits[(at + 1) % hits.length];
    if (hit !== undefined) onSelect([hit]);
  };
  return (
    <div className="theory-tools">
      {mayDraw && (
        <div className="row">
          <Button tone="primary" onClick={add}>
            Add a node
          </Button>
          <Button disabled={past.length === 0} onClick={() => desk.undo()}>
            Undo
          </Button>
          <Button disabled={future.length === 0} onClick={() => desk.redo()}>
            Redo
          </Button>
          <Button
            disabled={theory.nodes.every(({ at }) => at === null)}
            onClick={() =>
              edit({
                kind: 'move',
                moves: Object.fromEntries(theory.nodes.map(({ id }) => [id, null])),
              })
            }
          >
            Tidy up
          </Button>
        </div>
      )}
      <form
        className="row theory-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <TextField label="Search" type="search" value={sought} onChange={onSeek} />
        <Button type="submit" disabled={hits.length === 0}>
          Next
        </Button>
        <span className="small soft" role="status">
          {sought.trim() === '' ? '' : count(hits.length, 'place', 'places')}
        </span>
      </form>
      {mayDraw && (
        <Choice
          label="Lanes by"
          value={theory.lanes}
          options={Lanes.options.map((each) => [each, laneWords[each]] as const)}
          onChange={(lanes) => edit({ kind: 'change-theory', change: { lanes } })}
        />
      )}
    </div>
  );
}
