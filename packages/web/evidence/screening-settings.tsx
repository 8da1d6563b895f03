import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import {
  changeBatch,
  peopleQuery,
  protocolsQuery,
  screeningChanged,
  type Batch,
  type BatchAt,
} from './screening-calls.ts';
import { Screeners } from './screening-new.tsx';

const mostReasons = 9;

/** Changes who decides, the reasons to leave out, and the words to mark. */
export function BatchSettings({
  at,
  batch,
  onClose,
}: {
  at: BatchAt;
  batch: Batch;
  onClose: () => void;
}) {
  const people = useQuery(peopleQuery(at.partnership)).data?.people ?? [];
  const protocols = useQuery(protocolsQuery(at.partnership)).data?.protocols ?? [];
  const [first, second] = batch.screeners;
  const [title, setTitle] = useState(batch.title);
  const [protocol, setProtocol] = useState(batch.protocol?.id ?? '');
  const [pair, setPair] = useState<readonly [string, string]>([
    first.person ?? '',
    second.person ?? '',
  ]);
  const [reasons, setReasons] = useState(batch.reasons);
  const [lookFor, setLookFor] = useState(batch.lookFor.join('\n'));
  const [lookOut, setLookOut] = useState(batch.lookOut.join('\n'));
  const save = useMutation({
    mutationFn: () =>
      changeBatch(at, {
        ...{ title, protocol: protocol === '' ? null : protocol, first: pair[0], second: pair[1] },
        reasons: reasons.filter(({ text }) => text.trim() !== ''),
        ...{ lookFor: lines(lookFor), lookOut: lines(lookOut) },
      }),
    onSuccess: async () => {
      await screeningChanged(at.partnership);
      onClose();
    },
  });
  return (
    <Dialog title="People, reasons and words" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label="Title" required maxLength={200} value={title} onChange={setTitle} />
        <Screeners {...{ people, pair }} onChange={setPair} />
        <Choice
          label="Search that it is part of"
          value={protocol}
          options={[['', 'None'], ...protocols.map((each) => [each.id, each.title] as const)]}
          onChange={setProtocol}
        />
        <fieldset className="stack-tight">
          <legend>Reasons to leave out, by their keys</legend>
          <p className="small soft">
            The higher one counts where two people give different ones. Empty a line to take it off;
            one that somebody gave stays.
          </p>
          {reasons.map(({ code, text }, index) => (
            <TextField
              key={code}
              label={`Key ${index + 1}`}
              maxLength={200}
              value={text}
              onChange={(next) =>
                setReasons(
                  reasons.map((each) => (each.code === code ? { ...each, text: next } : each)),
                )
              }
            />
          ))}
          {reasons.length < mostReasons && (
            <div>
              <Button
                onClick={() => setReasons([...reasons, { code: newCode(reasons), text: '' }])}
              >
                Add a reason
              </Button>
            </div>
          )}
        </fieldset>
        <TextArea
          label="Words that speak for a publication"
          hint="One a line; the beginning of a word is enough. They are underlined on the cards."
          value={lookFor}
          onChange={setLookFor}
        />
        <TextArea
          label="Words that speak against one"
          hint="One a line. They are underlined with a wave."
          value={lookOut}
          onChange={setLookOut}
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

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** A code that no reason of the batch has. */
function newCode(reasons: readonly { readonly code: string }[]): string {
  const numbers = Array.from({ length: mostReasons + 1 }, (_, at) => `own-${at + 1}`);
  return numbers.find((code) => reasons.every((each) => each.code !== code)) ?? 'own';
}
