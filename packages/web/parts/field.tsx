import { useId, type ReactNode } from 'react';

type Wiring = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** A label, a hint and a fault around one input; `children` gets what ties them together. */
export function Field({
  label,
  hint,
  wrong,
  children,
}: {
  label: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-wrong`]
    .filter((part) => part !== false)
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': wrong === undefined ? undefined : true,
      })}
      {wrong !== undefined && (
        <div className="wrong" id={`${id}-wrong`}>
          {wrong}
        </div>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({
  label,
  hint,
  wrong,
  value,
  onChange,
  ...rest
}: {
  label: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'date' | 'search' | 'number' | 'url';
  required?: boolean;
  maxLength?: number;
  list?: string;
  autoComplete?: string;
}) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <input
          {...wiring}
          {...rest}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  wrong,
  value,
  onChange,
  maxLength,
}: {
  label: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
}) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <textarea
          {...wiring}
          maxLength={maxLength}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** One of a short list. */
export function Choice<Value extends string>({
  label,
  hint,
  wrong,
  value,
  options,
  onChange,
}: {
  label: string;
  hint?: ReactNode;
  wrong?: string | undefined;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
