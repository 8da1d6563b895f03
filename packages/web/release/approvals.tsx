import type { Ledger } from '@freehold/core/privacy';
import { TextField } from '../parts/field.tsx';

/** What a line of the ledger says besides what it costs, as it is typed. */
export type TypedApprovals = {
  readonly purpose: string;
  readonly first: string;
  readonly second: string;
};

export const noApprovals: TypedApprovals = { purpose: '', first: '', second: '' };

export function approvedBy({ first, second }: TypedApprovals): readonly string[] {
  return [first, second].map((name) => name.trim()).filter((name) => name !== '');
}

/** What a line of the ledger is for, and as many names as its budget asks for. */
export function Approvals({
  ledger: { budget },
  told,
  onChange,
}: {
  ledger: Ledger;
  told: TypedApprovals;
  onChange: (told: TypedApprovals) => void;
}) {
  return (
    <div className="studio-fields">
      <TextField
        label="What it is for"
        hint="The public reads it beside the release."
        value={told.purpose}
        maxLength={500}
        onChange={(purpose) => onChange({ ...told, purpose })}
      />
      <TextField
        label="Approved by"
        value={told.first}
        maxLength={200}
        onChange={(first) => onChange({ ...told, first })}
      />
      {budget.approvals === 2 && (
        <TextField
          label="And by"
          value={told.second}
          maxLength={200}
          onChange={(second) => onChange({ ...told, second })}
        />
      )}
    </div>
  );
}
