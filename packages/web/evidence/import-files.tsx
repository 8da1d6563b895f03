import { useMutation } from '@tanstack/react-query';
import { sendFile, type SentFile } from '../data/send-file.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { number } from '../words.ts';

/** Takes any number of files and sends them at once; nothing of them is in the register yet. */
export function ImportFiles({
  partnership,
  kind,
  files,
  onFiles,
}: {
  partnership: string;
  kind: 'references' | 'studies';
  files: readonly SentFile[];
  onFiles: (files: readonly SentFile[]) => void;
}) {
  const send = useMutation({
    mutationFn: (chosen: readonly File[]) =>
      Promise.all(chosen.map((file) => sendFile(partnership, file))),
    onSuccess: (sent) => onFiles([...files, ...sent]),
  });
  const accept =
    kind === 'references' ? '.ris,.bib,.csv,.tsv,.txt,.xlsx,.json' : '.csv,.tsv,.txt,.xlsx';
  return (
    <div className="stack">
      <Problems error={send.error} />
      <Field
        label="Files"
        hint={
          kind === 'references'
            ? 'RIS, BibTeX, CSV, XLSX, or a register’s JSON. Choose all of them together.'
            : 'CSV or XLSX, one study a row under a line of column names.'
        }
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            multiple
            className="input"
            accept={accept}
            disabled={send.isPending}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])];
              if (chosen.length > 0) send.mutate(chosen);
            }}
          />
        )}
      </Field>
      <p role="status" className="small soft">
        {send.isPending ? 'Sending …' : ''}
      </p>
      {files.length > 0 && (
        <ul>
          {files.map(({ file, name, size }) => (
            <li key={file}>
              {name} <span className="small soft">{number(Math.ceil(size / 1024), 0)} kB</span>{' '}
              <Button
                tone="quiet"
                onClick={() => onFiles(files.filter((each) => each.file !== file))}
              >
                Leave it out
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
