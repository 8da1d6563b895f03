import { Field } from '../parts/field.tsx';

/** Takes a small table from the device. The same file may be chosen again after it was mended. */
export function FileField({
  label,
  hint,
  busy,
  onChoose,
}: {
  label: string;
  hint: string;
  busy: boolean;
  onChoose: (file: File) => void;
}) {
  return (
    <>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            className="input"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={busy}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) onChoose(file);
              target.value = '';
            }}
          />
        )}
      </Field>
      <p role="status" className="small soft">
        {busy && 'Reading …'}
      </p>
    </>
  );
}
