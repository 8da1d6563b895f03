import { useMutation } from '@tanstack/react-query';
import { sendFile, type SentFile } from '../data/send-file.ts';
import { Field } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';

/** Takes one file and sends it at once; nothing of it is kept in the directory yet. */
export function FileField({
  partnership,
  label,
  hint,
  accept = '.csv,.tsv,.txt',
  sent,
  onSent,
}: {
  partnership: string;
  label: string;
  hint: string;
  accept?: string;
  sent: SentFile | null;
  onSent: (file: SentFile) => void;
}) {
  const send = useMutation({
    mutationFn: (file: File) => sendFile(partnership, file),
    onSuccess: onSent,
  });
  return (
    <div>
      <Problems error={send.error} />
      <Field label={label} hint={hint}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            className="input"
            accept={accept}
            disabled={send.isPending}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) send.mutate(file);
            }}
          />
        )}
      </Field>
      <p role="status" className="small soft">
        {send.isPending ? 'Sending …' : sent === null ? '' : `${sent.name} is here.`}
      </p>
    </div>
  );
}
