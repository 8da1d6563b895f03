import { useState } from 'react';
import type { MappingRow } from '@freehold/core/framework';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Choice, TextArea } from '../parts/field.tsx';
import { Problems, problemsOf } from '../parts/problems.tsx';
import { problemSentence } from '../words.ts';
import type { MappingShown } from './calls.ts';
import { changedWords } from './words.ts';

/** May people judge otherwise here? What stands in both versions they may, unless its kind or direction changed. */
export function mayJudge({ from, to, changed }: MappingRow): boolean {
  return (
    from !== null && to !== null && !changed.includes('kind') && !changed.includes('direction')
  );
}

/** Asks whether the answers to an indicator still mean the same, and why. [FW-6] */
export function JudgeDialog({
  row,
  titles,
  error,
  busy,
  onClose,
  onJudge,
}: {
  row: MappingRow;
  titles: MappingShown['titles'];
  error: unknown;
  busy: boolean;
  onClose: () => void;
  onJudge: (row: MappingRow) => void;
}) {
  const carries = row.from === row.to ? 'same' : 'moved';
  const [verdict, setVerdict] = useState<MappingRow['verdict']>(row.verdict);
  const [note, setNote] = useState(row.note);
  const noteNeeded = error !== null && problemsOf(error).some(({ code }) => code === 'note-needed');
  return (
    <Dialog title="Does the same answer still mean the same?" open onClose={onClose}>
      <dl className="before-after">
        <dt>Before</dt>
        <dd>{titles.from[row.from ?? '']}</dd>
        <dt>After</dt>
        <dd>{titles.to[row.to ?? '']}</dd>
      </dl>
      {row.changed.length > 0 && <p>{changedWords(row.changed)}.</p>}
      <Choice
        label="Your judgement"
        value={verdict === 'cannot-compare' ? 'cannot-compare' : carries}
        options={[
          [carries, 'Yes: carry the answers over'],
          ['cannot-compare', 'No: ask anew'],
        ]}
        onChange={setVerdict}
      />
      <TextArea
        label="Why"
        wrong={noteNeeded && note === '' ? problemSentence('note-needed') : undefined}
        hint="Needed when you judge otherwise than proposed. It is kept with the mapping."
        value={note}
        onChange={setNote}
        maxLength={1000}
      />
      <Problems error={noteNeeded ? null : error} />
      <div className="row">
        <Button tone="primary" disabled={busy} onClick={() => onJudge({ ...row, verdict, note })}>
          Keep the judgement
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Leave it as it is
        </Button>
      </div>
    </Dialog>
  );
}
