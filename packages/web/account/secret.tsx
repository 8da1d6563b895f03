import { useState } from 'react';
import { Field } from '../parts/field.tsx';

/** A password field that can be shown while typing; pasting is allowed. */
export function Secret({
  label,
  hint,
  use,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  use: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
}) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="input"
            type={shown ? 'text' : 'password'}
            autoComplete={use}
            value={value}
            maxLength={200}
            onChange={(event) => onChange(event.target.value)}
          />
          <label className="small row">
            <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> Show it
          </label>
        </>
      )}
    </Field>
  );
}
