import { useEffect, useRef, useState } from 'react';
import type { ActionStatus } from '@freehold/core/action';
import { count } from '../words.ts';
import type { Action } from './calls.ts';
import { ActionLink } from './action-table.tsx';
import { RagTag } from './rag-tag.tsx';
import { dueWords, ownerWords, statuses } from './words.ts';

const dragged = 'application/x-freehold-action';

/** The actions by status. A card is moved by choosing its status, or by dragging where there is a pointer. */
export function Board({
  partnership,
  place,
  actions,
  mayEdit,
  busy,
  onMove,
}: {
  partnership: string;
  place: string | undefined;
  actions: readonly Action[];
  mayEdit: boolean;
  busy: boolean;
  onMove: (action: Action, status: ActionStatus) => void;
}) {
  const board = useRef<HTMLDivElement>(null);
  const moved = useRef<string | null>(null);
  // A card that moves to another column is a new element there: the focus goes along.
  useEffect(() => {
    if (moved.current === null || busy) return;
    board.current?.querySelector<HTMLElement>(`[data-card="${moved.current}"] select`)?.focus();
    moved.current = null;
  }, [busy, actions]);
  return (
    <div className="board" ref={board}>
      {statuses.map(([status, words]) => {
        const cards = actions.filter((action) => action.status === status);
        return (
          <Column
            key={status}
            words={words}
            n={cards.length}
            mayEdit={mayEdit}
            onDrop={(id) => {
              const action = actions.find((each) => each.id === id);
              if (action !== undefined && action.status !== status) onMove(action, status);
            }}
          >
            {cards.map((action) => (
              <li key={action.id} className="card" data-card={action.id}>
                {/* A pointer's short cut beside the choice, which does the same. */}
                <div
                  draggable={mayEdit}
                  onDragStart={(event) => event.dataTransfer.setData(dragged, action.id)}
                >
                  <h3>
                    <ActionLink partnership={partnership} place={place} action={action}>
                      {action.title}
                    </ActionLink>
                  </h3>
                  <p className="small">
                    <RagTag action={action} />
                  </p>
                  <p className={action.overdue ? 'small late' : 'small soft'}>{dueWords(action)}</p>
                  <p className="small soft">{ownerWords(action)}</p>
                </div>
                {mayEdit && (
                  <label className="card-move">
                    <span className="unseen">Status of {action.title}</span>
                    <select
                      className="input"
                      value={status}
                      disabled={busy}
                      onChange={({ target }) => {
                        const to = statuses.find(([each]) => each === target.value)?.[0];
                        if (to === undefined) return;
                        moved.current = action.id;
                        onMove(action, to);
                      }}
                    >
                      {statuses.map(([each, said]) => (
                        <option key={each} value={each}>
                          {said}
                        </option>
                      ))}
                    </select>
                  </label>
                )}
              </li>
            ))}
          </Column>
        );
      })}
    </div>
  );
}

function Column({
  words,
  n,
  mayEdit,
  onDrop,
  children,
}: {
  words: string;
  n: number;
  mayEdit: boolean;
  onDrop: (id: string) => void;
  children: React.ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    // Dragging is the pointer's short cut; the choice on each card does the same for everybody.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={over ? 'board-column over' : 'board-column'}
      aria-label={`${words}: ${count(n, 'action', 'actions')}`}
      onDragOver={(event) => {
        if (!mayEdit || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        event.preventDefault();
        onDrop(event.dataTransfer.getData(dragged));
      }}
    >
      <h2>
        {words} <span className="soft">{n}</span>
      </h2>
      {n === 0 ? <p className="small soft">Nothing here.</p> : <ul>{children}</ul>}
    </section>
  );
}
