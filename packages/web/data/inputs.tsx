import { useId, type ReactNode } from 'react';
import { Choice, TextField } from '../parts/field.tsx';
import { kindOf, type Sample } from './recognised.ts';

/** One of a file's columns, with what its first rows hold; '' is none. */
export function ColumnChoice({
  label,
  hint,
  sample,
  value,
  optional = false,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  sample: Sample;
  value: string;
  optional?: boolean;
  onChange: (column: string) => void;
}) {
  const known = value === '' || sample.columns.includes(value);
  return (
    <Choice
      label={label}
      hint={hint}
      wrong={known ? undefined : `This file has no column “${value}”.`}
      value={value}
      options={[
        ['', optional ? 'None' : 'Choose a column'],
        ...(known ? [] : [[value, value] as const]),
        ...sample.columns.map((column) => [column, optionWords(sample, column)] as const),
      ]}
      onChange={onChange}
    />
  );
}

function optionWords(sample: Sample, column: string): string {
  const at = sample.columns.indexOf(column);
  const cells = [...new Set(sample.rows.map((row) => row[at] ?? '').filter((cell) => cell !== ''))];
  const shown = cells.slice(0, kindOf(sample, column) === 'text' ? 2 : 3).join(', ');
  return shown === '' ? column : `${column} (${shown.slice(0, 60)}${shown.length > 60 ? '…' : ''})`;
}

/** A yes or no. */
export function Tick({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="tick">
      <input
        type="checkbox"
        id={id}
        checked={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="small soft">
          {hint}
        </div>
      )}
    </div>
  );
}

/** Several short texts, parted by commas. An empty text among them stands for an empty cell. */
export function Texts({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      value={value.join(', ')}
      onChange={(text) =>
        onChange(text === '' ? [] : text.split(',').map((each) => each.trimStart()))
      }
    />
  );
}

/** A whole number; null while the field is empty. */
export function WholeNumber({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      type="number"
      value={value === null ? '' : String(value)}
      onChange={(text) =>
        onChange(text === '' || Number.isNaN(Number(text)) ? null : Math.round(Number(text)))
      }
    />
  );
}
