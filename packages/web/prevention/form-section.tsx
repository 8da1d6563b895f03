import { useId, type ReactNode } from 'react';
import { Field } from '../parts/field.tsx';

/** A part of a long form under its own heading. */
export function Section({ legend, children }: { legend: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{legend}</h2>
      <div className="form-grid">{children}</div>
    </section>
  );
}

/** A number that may be unknown; empty is not nought. */
export function NumberField({
  label,
  hint = 'Leave it empty where nobody knows.',
  value,
  step = '1',
  most,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number | null;
  step?: string;
  most?: number;
  onChange: (value: number | null) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          type="number"
          min="0"
          max={most}
          step={step}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
        />
      )}
    </Field>
  );
}
