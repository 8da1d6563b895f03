import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { count } from '../words.ts';
import { useNoteOutput, type Output, type RoundAt } from './calls.ts';
import { outputNouns, outputWords } from './words.ts';

/** What a stage gave: counted where it can be, written down where it cannot. */
export function Outputs({
  at,
  outputs,
  mayKeep,
}: {
  at: RoundAt;
  outputs: readonly Output[];
  mayKeep: boolean;
}) {
  const [editing, setEditing] = useState<Output | null>(null);
  return (
    <div className="stack-tight">
      <h3>What it gives</h3>
      <ul className="outputs">
        {outputs.map((output) => (
          <li key={output.output} data-there={output.there ? '' : undefined}>
            <span className="mark" aria-hidden="true">
              {output.there ? '✓' : '○'}
            </span>
            <span>{outputWords[output.output]}</span>
            {mayKeep && (
              <Button
                tone="quiet"
                onClick={() => setEditing(output)}
                aria-label={`Note on ${outputWords[output.output]}`}
              >
                Note
              </Button>
            )}
            <span className="small soft">{standing(output)}</span>
            {(output.note !== '' || output.link !== '') && (
              <span className="small written">
                {output.note}{' '}
                {output.link !== '' && (
                  <a href={output.link} rel="noreferrer">
                    {output.link}
                  </a>
                )}
                {output.by !== '' && <span className="soft"> ({output.by})</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
      {editing !== null && <OutputForm at={at} output={editing} onClose={() => setEditing(null)} />}
    </div>
  );
}

function standing({ output, count: many, waits, there }: Output): string {
  if (waits) return 'Comes when a review of this round is published';
  const nouns = outputNouns[output];
  if (many !== null && nouns !== undefined) return count(many, ...nouns);
  return there ? 'Written down' : 'Not written down yet';
}

function OutputForm({
  at,
  output: { output, note, link },
  onClose,
}: {
  at: RoundAt;
  output: Output;
  onClose: () => void;
}) {
  const [fields, setFields] = useState({ note, link });
  const save = useNoteOutput(at);
  return (
    <Dialog title={outputWords[output]} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ output, ...fields }, { onSuccess: onClose });
        }}
      >
        <TextArea
          label="What is there"
          hint="A few lines, or where it can be read. Nobody by name."
          maxLength={4000}
          value={fields.note}
          onChange={(next) => setFields((now) => ({ ...now, note: next }))}
        />
        <TextField
          label="Link"
          type="url"
          maxLength={500}
          value={fields.link}
          onChange={(next) => setFields((now) => ({ ...now, link: next }))}
        />
        <Problems error={save.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={save.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
