import { useId, useState } from 'react';
import {
  lineCodes,
  LineStatus,
  lineStatusWords,
  lineWords,
  ofKind,
  type Line,
} from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import type { BoardProps } from './board.tsx';
import type { HeldItem } from './calls.ts';
import { lastUpdate } from './words.ts';

/** The fixed lines of the board: one touch says how each stands, one sentence what is going on. */
export function Lines({ board, items, open }: BoardProps) {
  const held = ofKind(board.items, 'line').toSorted(
    (a, b) => lineCodes.indexOf(a.content.line) - lineCodes.indexOf(b.content.line),
  );
  return (
    <section className="stack" aria-labelledby="crisis-lines">
      <h2 id="crisis-lines">How things stand</h2>
      <ul className="crisis-items">
        {held.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            open={open}
            onTouch={(status, says) =>
              items.touch(line.id, (content) =>
                content.kind === 'line' ? { ...content, status, says } : content,
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

function LineRow({
  line,
  open,
  onTouch,
}: {
  line: Omit<HeldItem, 'content'> & { readonly content: Line };
  open: boolean;
  onTouch: (status: LineStatus, says: string) => Promise<boolean>;
}) {
  const { content } = line;
  const [says, setSays] = useState<string | null>(null);
  const [touched, touch] = useState<LineStatus | null>(null);
  const chosen = touched ?? content.status;
  const update = says ?? content.says;
  // What was typed stays where it was not kept, and what was typed or touched meanwhile stays too.
  const keep = async (status: LineStatus) => {
    touch(status);
    if (await onTouch(status, update)) setSays((now) => (now === update ? null : now));
    touch((now) => (now === status ? null : now));
  };
  const name = useId();
  return (
    <li data-status={chosen}>
      <fieldset className="crisis-line" disabled={!open}>
        <legend>{lineWords[content.line]}</legend>
        <div className="crisis-choice">
          {LineStatus.options.map((status) => (
            <label key={status} data-status={status}>
              <input
                type="radio"
                name={name}
                checked={chosen === status}
                onChange={() => void keep(status)}
              />
              <span>{lineStatusWords[status]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {open ? (
        <form
          className="crisis-says"
          onSubmit={(event) => {
            event.preventDefault();
            void keep(chosen);
          }}
        >
          <TextField
            label={`What is going on: ${lineWords[content.line].toLowerCase()}`}
            maxLength={500}
            value={update}
            onChange={setSays}
          />
          {says !== null && says !== content.says && <Button type="submit">Save</Button>}
        </form>
      ) : (
        content.says !== '' && <p>{content.says}</p>
      )}
      <p className="small soft">{lastUpdate(line)}</p>
    </li>
  );
}
