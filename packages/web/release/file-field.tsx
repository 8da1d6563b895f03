import { useId } from 'react';

/** Where a file is chosen that is read in this browser; several with `multiple`. */
export function FileField({
  label,
  hint,
  accept,
  multiple = false,
  disabled = false,
  onFiles,
}: {
  label: string;
  hint: string;
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="hint" id={`${id}-hint`}>
        {hint}
      </div>
      <input
        id={id}
        type="file"
        className="input"
        aria-describedby={`${id}-hint`}
        {...{ accept, multiple, disabled }}
        onChange={({ target }) => onFiles([...(target.files ?? [])])}
      />
    </div>
  );
}
