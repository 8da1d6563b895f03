import { useState } from 'react';
import { stageWords } from '../framework/axes.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import type { UndoOffer } from '../parts/undo.tsx';
import { count } from '../words.ts';
import { useMoveStage, type Item, type RoundAt, type StageLine, type StageMove } from './calls.ts';

/** Starts a stage, closes it with a word about what is left, or opens it again. */
export function StageSteps({
  at,
  line: { stage, state },
  items,
  said,
  onDone,
}: {
  at: RoundAt;
  line: StageLine;
  items: readonly Item[];
  /** What was said when the stage came to where it stands, to be said again when that is undone. */
  said: string;
  onDone: (offer: UndoOffer) => void;
}) {
  const [closing, setClosing] = useState(false);
  const move = useMoveStage(at);
  const name = stageWords[stage];
  const go = (to: StageMove['to'], note: string, says: string) =>
    move.mutate(
      { stage, to, note },
      {
        onSuccess: () => {
          setClosing(false);
          onDone({ says, undo: () => move.mutate({ stage, to: state, note: said }) });
        },
      },
    );
  const busy = move.isPending;
  return (
    <div className="row">
      {state === 'not-started' && (
        <Button disabled={busy} onClick={() => go('under-way', '', `${name} is under way.`)}>
          Start {name}
        </Button>
      )}
      {state === 'under-way' && <Button onClick={() => setClosing(true)}>Close {name}</Button>}
      {state === 'closed' && (
        <Button disabled={busy} onClick={() => go('under-way', '', `${name} is open again.`)}>
          Open {name} again
        </Button>
      )}
      {!closing && <Problems error={move.error} />}
      {closing && (
        <CloseStage
          name={name}
          left={items.filter(({ done }) => !done)}
          busy={busy}
          error={move.error}
          onClose={() => setClosing(false)}
          onSay={(note) => go('closed', note, `${name} is closed.`)}
        />
      )}
    </div>
  );
}

function CloseStage({
  name,
  left,
  busy,
  error,
  onClose,
  onSay,
}: {
  name: string;
  left: readonly Item[];
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onSay: (note: string) => void;
}) {
  const [note, setNote] = useState('');
  return (
    <Dialog title={`Close ${name}`} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSay(note);
        }}
      >
        {left.length === 0 ? (
          <p>Every line of its checklist is done. Your name and today’s date are kept with it.</p>
        ) : (
          <>
            <p>
              {count(left.length, 'line is', 'lines are')} left. They are kept with your name and
              today’s date, and the stage can be opened again.
            </p>
            <ul>
              {left.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </>
        )}
        <TextArea
          label={left.length === 0 ? 'Anything to add?' : 'What becomes of what is left?'}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
        <Problems error={error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={busy}>
            Close the stage
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
