import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { problem } from '@freehold/core/problem';
import { api, got, Refusal } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { number } from '../words.ts';
import type { KeptFile } from './rate.ts';
import { fileTypes, mostFileBytes } from './words.ts';

/** Files that show what an answer rests on. Size and kind are checked here first, and again by the server. */
export function Files({
  token,
  indicator,
  files,
  onChange,
}: {
  token: string;
  indicator: string;
  files: readonly KeptFile[];
  onChange: (files: readonly KeptFile[]) => void;
}) {
  const [unsent, setUnsent] = useState<File | null>(null);
  const add = useMutation({
    mutationFn: (file: File) => sendFile(token, indicator, file),
    onSuccess: (kept) => {
      setUnsent(null);
      onChange([...files, kept]);
    },
  });
  const remove = useMutation({
    mutationFn: (file: string) =>
      got(api.rate[':token'].files[':file'].$delete({ param: { token, file } })),
    onSuccess: (_, file) => onChange(files.filter(({ id }) => id !== file)),
  });
  const choose = (file: File) => {
    setUnsent(file);
    add.mutate(file);
  };
  return (
    <div className="stack-tight files">
      <Field
        label="File"
        hint="PDF, picture, Word, Excel, CSV or text, up to 5 MB each. Leave out personal data."
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept={fileTypes}
            disabled={add.isPending}
            onChange={({ target }) => {
              const file = target.files?.[0];
              // So that the same file can be chosen again after a fault.
              target.value = '';
              if (file !== undefined) choose(file);
            }}
          />
        )}
      </Field>
      {add.isPending && (
        <p className="small soft" role="status">
          Sending {unsent?.name} …
        </p>
      )}
      <Problems error={add.error ?? remove.error} />
      {add.isError && unsent !== null && canWait(add.error) && (
        <p className="small">
          {unsent.name} has not been sent; it does not wait on this device as answers do.{' '}
          <Button onClick={() => add.mutate(unsent)}>Send it now</Button>
        </p>
      )}
      {files.length > 0 && (
        <ul className="file-list">
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <span>
                <a href={`/api/rate/${token}/files/${id}`} download>
                  {name}
                </a>{' '}
                <span className="soft small">{number(Math.max(1, size / 1024))} KB</span>
              </span>
              <Button tone="quiet" disabled={remove.isPending} onClick={() => remove.mutate(id)}>
                Remove<span className="unseen"> {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Only a lost line is worth trying again with the same file. */
function canWait(error: Error): boolean {
  return error instanceof Refusal && error.status === 0;
}

async function sendFile(token: string, indicator: string, file: File): Promise<KeptFile> {
  if (file.size > mostFileBytes) {
    throw new Refusal(413, [problem('too-large', { mostBytes: mostFileBytes })]);
  }
  if (!fileTypes.split(',').some((type) => file.name.toLowerCase().endsWith(type))) {
    throw new Refusal(422, [problem('file-type')]);
  }
  const name = encodeURIComponent(file.name);
  return got(
    api.rate[':token'].ratings[':indicator'].files.$post(
      { param: { token, indicator }, header: { 'x-file-name': name } },
      {
        init: {
          body: file,
          headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
        },
      },
    ),
  );
}
