import type { OpenKind } from '@freehold/core/cycle';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { count } from '../words.ts';
import type { CloseOut } from './calls.ts';
import { undecided, type Draft } from './draft.ts';
import type { StepProps } from './wizard.tsx';
import { dropMeans, openKinds } from './words.ts';

type Thing = CloseOut['open'][number];
type Choice = Draft['decisions'][string];

/** Everything that is open, each carried over or dropped with a reason. */
export function CarryStep({ closeOut: { open }, draft, set }: StepProps) {
  if (open.length === 0)
    return <p>Nothing is open: no gap, action, target, risk or line is left.</p>;
  const left = undecided(draft, open);
  const decide = (thing: Thing, choice: Choice) =>
    set({ decisions: { ...draft.decisions, [keyOf(thing)]: choice } });
  const carryRest = () =>
    set({
      decisions: {
        ...Object.fromEntries(
          open.map((thing) => [keyOf(thing), { decision: 'carried' as const, reason: '' }]),
        ),
        ...draft.decisions,
      },
    });
  return (
    <div className="stack">
      <p role="status">
        {left === 0
          ? `All ${open.length} are decided.`
          : `${count(left, 'open thing waits', 'open things wait')} for a decision, of ${open.length}.`}{' '}
        Nothing of it takes hold before the next round opens.
      </p>
      <div>
        <Button onClick={carryRest} disabled={left === 0}>
          Carry over all that are not decided
        </Button>
      </div>
      {kinds.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          things={open.filter((thing) => thing.kind === kind)}
          decisions={draft.decisions}
          onDecide={decide}
        />
      ))}
    </div>
  );
}

const kinds: readonly OpenKind[] = ['gap', 'action', 'target', 'risk', 'item'];

function keyOf({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}

function Kind({
  kind,
  things,
  decisions,
  onDecide,
}: {
  kind: OpenKind;
  things: readonly Thing[];
  decisions: Draft['decisions'];
  onDecide: (thing: Thing, choice: Choice) => void;
}) {
  if (things.length === 0) return null;
  return (
    <section>
      <h3>{count(things.length, ...openKinds[kind])}</h3>
      <p className="small soft">Dropped, it is {dropMeans[kind]}, with your reason.</p>
      {things.map((thing) => (
        <Decide
          key={thing.id}
          thing={thing}
          choice={decisions[keyOf(thing)]}
          onDecide={(choice) => onDecide(thing, choice)}
        />
      ))}
    </section>
  );
}

function Decide({
  thing,
  choice,
  onDecide,
}: {
  thing: Thing;
  choice: Choice | undefined;
  onDecide: (choice: Choice) => void;
}) {
  const reason = choice?.reason ?? '';
  const radio = (decision: Choice['decision'], words: string) => (
    <label className="tick">
      <input
        type="radio"
        name={keyOf(thing)}
        checked={choice?.decision === decision}
        onChange={() => onDecide({ decision, reason })}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset className="carry">
      <legend>{thing.title}</legend>
      <div className="carry-choice">
        {radio('carried', 'Carry over')}
        {radio('dropped', 'Drop')}
      </div>
      {choice?.decision === 'dropped' && (
        <TextField
          label={`Why “${thing.title}” is dropped`}
          required
          maxLength={2000}
          value={reason}
          onChange={(next) => onDecide({ decision: 'dropped', reason: next })}
        />
      )}
    </fieldset>
  );
}
