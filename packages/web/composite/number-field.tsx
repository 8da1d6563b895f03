import { useState } from 'react';
import { Field } from '../parts/field.tsx';

/** A number in a range; what is typed is taken once it is a number in the range, and said to be wrong until then. */
export function NumberField({
  label,
  value,
  onChange,
  least = -1e12,
  most = 1e12,
  whole = false,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most?: number;
  whole?: boolean;
}) {
  const [typed, setTyped] = useState(String(value));
  const [of, setOf] = useState(value);
  if (of !== value) {
    setOf(value);
    if (Number(typed) !== value) setTyped(String(value));
  }
  const fits = (text: string) => {
    const found = Number(text);
    const inRange = text.trim() !== '' && found >= least && found <= most;
    return inRange && (!whole || Number.isInteger(found));
  };
  const range =
    most < 1e12 ? `from ${least} to ${most}` : least > -1e12 ? `of ${least} or more` : '';
  return (
    <Field
      label={label}
      wrong={fits(typed) ? undefined : `Write a ${whole ? 'whole ' : ''}number ${range}.`}
    >
      {(wiring) => (
        <input
          {...wiring}
          className="input number-input"
          inputMode="decimal"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            if (fits(target.value)) onChange(Number(target.value));
          }}
        />
      )}
    </Field>
  );
}
