import type { ReactNode } from 'react';
import { Choice, TextField } from '../parts/field.tsx';

/** A number, or null for an empty field. */
export function numberOr(text: string): number | null {
  return text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text);
}

/** A number that may be left empty: not known is not nought. */
export function NumberField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <TextField
      {...{ label, hint }}
      type="number"
      value={String(value ?? '')}
      onChange={(text) => onChange(numberOr(text))}
    />
  );
}

/** A step from 1 to 5 with what its ends mean, or not known. */
export function StepChoice({
  label,
  least,
  most,
  value,
  onChange,
}: {
  label: string;
  least: string;
  most: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <Choice
      label={label}
      value={String(value ?? '')}
      options={[
        ['', 'Not weighed yet'],
        ['1', `1 ${least}`],
        ['2', '2'],
        ['3', '3'],
        ['4', '4'],
        ['5', `5 ${most}`],
      ]}
      onChange={(step) => onChange(numberOr(step))}
    />
  );
}

/** A day that may be left empty. */
export function DayField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <TextField
      {...{ label, hint }}
      type="date"
      value={value ?? ''}
      onChange={(on) => onChange(on === '' ? null : on)}
    />
  );
}
