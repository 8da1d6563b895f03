import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { useAutosave } from '../review/autosave.ts';
import { NotSaved } from '../review/not-saved.tsx';
import { number } from '../words.ts';
import { written } from './arithmetic.ts';
import { MakeAction } from './make-action.tsx';
import { planChanged, topicTitle, type Priority, type TopicName } from './plan.ts';
import { gapKindWord } from './words.ts';

type Weighing = { readonly importance: number; readonly reach: number; readonly note: string };

/** One priority with its arithmetic; moved by buttons, or by dragging where there is a pointer. */
export function PriorityRow({
  partnership,
  review,
  priority,
  topics,
  index,
  of,
  may,
  mayAct,
  onMove,
}: {
  partnership: string;
  review: string;
  priority: Priority;
  topics: readonly TopicName[];
  index: number;
  of: number;
  may: boolean;
  mayAct: boolean;
  onMove: (from: number, to: number) => void;
}) {
  const { gap } = priority;
  const topic = topicTitle(topics, gap.topic);
  const [over, setOver] = useState(false);
  const named = <span className="unseen"> {gap.title}</span>;
  return (
    // Dragging is the pointer's short cut; the buttons inside do the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={over ? 'priority over' : 'priority'}
      onDragOver={(event) => {
        if (!may || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        event.preventDefault();
        const from = Number(event.dataTransfer.getData(dragged));
        if (Number.isInteger(from)) onMove(from, index);
      }}
    >
      <div className="priority-place">
        <span className="priority-number">{index + 1}</span>
        {may && (
          <>
            {/* A pointer's short cut beside the buttons, which do the same. */}
            <span
              className="grip"
              aria-hidden="true"
              draggable
              title="Drag to another place"
              onDragStart={(event) => {
                event.dataTransfer.setData(dragged, String(index));
                const row = event.currentTarget.closest('li');
                if (row !== null) event.dataTransfer.setDragImage(row, 0, 0);
              }}
            >
              ⠿
            </span>
            <Button
              tone="quiet"
              disabled={index === 0}
              onClick={({ currentTarget }) => {
                onMove(index, index - 1);
                keepFocus(currentTarget);
              }}
              title="Move up"
            >
              <span aria-hidden="true">↑</span>
              <span className="unseen">Move up:</span>
              {named}
            </Button>
            <Button
              tone="quiet"
              disabled={index === of - 1}
              onClick={({ currentTarget }) => {
                onMove(index, index + 1);
                keepFocus(currentTarget);
              }}
              title="Move down"
            >
              <span aria-hidden="true">↓</span>
              <span className="unseen">Move down:</span>
              {named}
            </Button>
          </>
        )}
      </div>
      <div className="priority-says">
        <h2>{gap.title}</h2>
        <p className="small soft">
          {[
            `${gapKindWord(gap.kind)} gap`,
            `${gap.severity} severity`,
            topic === gap.title ? '' : topic,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <Arithmetic priority={priority} />
        {mayAct && (
          <div>
            <MakeAction gap={gap} />
          </div>
        )}
        {may ? (
          <Weigh partnership={partnership} review={review} priority={priority} />
        ) : (
          priority.note !== '' && <p className="small">{priority.note}</p>
        )}
      </div>
    </li>
  );
}

/** The row takes its focus along; at the end of the list it goes to the other button. */
function keepFocus(button: HTMLButtonElement): void {
  requestAnimationFrame(() => {
    const others = button.parentElement?.querySelectorAll('button') ?? [];
    const next = button.disabled ? [...others].find((each) => !each.disabled) : button;
    next?.focus();
  });
}

const dragged = 'application/x-freehold-priority';

function Arithmetic({ priority }: { priority: Priority }) {
  const { desired, importance, reach, judged } = priority;
  const sum = written(priority);
  if (sum === null) {
    return <p className="arithmetic">No score, so no size: people place this one.</p>;
  }
  return (
    <p className="arithmetic">
      <span>
        Size {number(desired)} − {sum.score} = <strong>{sum.size}</strong>
      </span>
      <span>
        × importance <strong>{importance}</strong> × reach <strong>{reach}</strong>
      </span>
      <span>
        = <strong className="product">{sum.product}</strong>
      </span>
      {!judged && <span className="tag">not weighed yet</span>}
    </p>
  );
}

function Weigh({
  partnership,
  review,
  priority,
}: {
  partnership: string;
  review: string;
  priority: Priority;
}) {
  const [weighing, setWeighing] = useState<Weighing>({
    importance: priority.importance,
    reach: priority.reach,
    note: priority.note,
  });
  const { put, error } = useAutosave(async (json: Weighing) => {
    const param = { partnership, review, gap: priority.gap.id };
    await got(
      api.partnerships[':partnership'].reviews[':review'].priorities[':gap'].$put({ param, json }),
    );
    await planChanged();
  });
  const change = (part: Partial<Weighing>) => {
    const next = { ...weighing, ...part };
    setWeighing(next);
    put(next);
  };
  return (
    <div className="weigh">
      <Choice
        label="Importance"
        value={String(weighing.importance)}
        options={importances}
        onChange={(value) => change({ importance: Number(value) })}
      />
      <Choice
        label="Reach"
        value={String(weighing.reach)}
        options={reaches}
        onChange={(value) => change({ reach: Number(value) })}
      />
      <TextField
        label="Note"
        maxLength={2000}
        value={weighing.note}
        onChange={(note) => change({ note })}
      />
      <NotSaved error={error} />
    </div>
  );
}

const importances = [
  ['1', '1: can wait'],
  ['2', '2: useful'],
  ['3', '3: important'],
  ['4', '4: very important'],
  ['5', '5: people are harmed meanwhile'],
] as const;

const reaches = [
  ['1', '1: a few people'],
  ['2', '2: some people'],
  ['3', '3: many people'],
  ['4', '4: most who need help'],
  ['5', '5: everybody who needs help'],
] as const;
