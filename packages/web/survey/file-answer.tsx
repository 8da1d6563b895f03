import { useMutation } from '@tanstack/react-query';
import type { Asked } from '@freehold/core/survey';
import { z } from 'zod';
import { api, got, Refusal, refusal } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { fileTypes } from '../rate/words.ts';
import { number } from '../words.ts';
import type { SurveyFile } from './calls.ts';
import type { Way } from './way.ts';

const Kept = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
});

/** Files as an answer. They are sent at once and need a line; unlike other answers they do not wait on the device. */
export function FileAnswer({ id, asked, way }: { id: string; asked: Asked; way: Way }) {
  const { files, setFiles } = way.answers;
  const own = files.filter(({ key }) => key === asked.key);
  const add = useMutation({
    mutationFn: (file: File) => sendFile(way.token, asked.key, file),
    onSuccess: (kept) => setFiles([...files, kept]),
  });
  const remove = useMutation({
    mutationFn: (file: string) =>
      got(api.survey[':token'].files[':file'].$delete({ param: { token: way.token, file } })),
    onSuccess: (_, file) => setFiles(files.filter((each) => each.id !== file)),
  });
  return (
    <div className="stack-tight files">
      <input
        id={id}
        type="file"
        accept={fileTypes}
        disabled={add.isPending}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) add.mutate(file);
          // So that the same file can be chosen again after a fault.
          target.value = '';
        }}
      />
      <Problems error={add.error ?? remove.error} />
      {own.length > 0 && (
        <ul className="file-list">
          {own.map((file) => (
            <li key={file.id}>
              <span>
                <a href={`/api/survey/${way.token}/files/${file.id}`} download>
                  {file.name}
                </a>{' '}
                <span className="soft small">{number(Math.max(1, file.size / 1024))} KB</span>
              </span>
              <Button
                tone="quiet"
                disabled={remove.isPending}
                onClick={() => remove.mutate(file.id)}
              >
                Remove<span className="unseen"> {file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function sendFile(token: string, key: string, file: File): Promise<SurveyFile> {
  const response = await fetch(`/api/survey/${token}/answers/${key}/files`, {
    method: 'POST',
    body: file,
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    },
  }).catch(() => {
    throw new Refusal(0, [{ code: 'offline' }]);
  });
  if (!response.ok) throw await refusal(response);
  return Kept.parse(await response.json());
}
