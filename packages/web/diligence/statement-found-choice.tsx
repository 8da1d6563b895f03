import type { StatementAnswer } from '@freehold/core/diligence';
import { Choice } from '../parts/field.tsx';

const answers = [
  ['', 'Not looked at'],
  ['yes', 'It is there'],
  ['no', 'It is not there'],
] as const;
type Chosen = (typeof answers)[number][0];

/** Whether something is in the statement; who may not write reads the answer. */
export function FoundChoice({
  says,
  note,
  answer,
  mayWrite,
  onChange,
}: {
  says: string;
  note: string;
  answer: StatementAnswer | null;
  mayWrite: boolean;
  onChange: (answer: StatementAnswer | null) => void;
}) {
  if (!mayWrite) {
    const said = answers.find(([value]) => value === (answer ?? ''))?.[1] ?? '';
    return (
      <p>
        {says}: <span className="strong">{said.toLowerCase()}</span>
        {note !== '' && <span className="small soft"> · {note}</span>}
      </p>
    );
  }
  return (
    <Choice<Chosen>
      label={says}
      {...(note !== '' && { hint: note })}
      value={answer ?? ''}
      options={answers}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
