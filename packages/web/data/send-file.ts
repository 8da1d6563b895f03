import { z } from 'zod';
import { Refusal, refusal } from '../api.ts';

/** A file that the server keeps for the partnership, by a name of its own. */
export const SentFile = z.object({ file: z.string(), name: z.string(), size: z.number() });
export type SentFile = z.infer<typeof SentFile>;

/** Sends a file as it is. @throws Refusal when the server says no or cannot be reached. */
export async function sendFile(partnership: string, file: File): Promise<SentFile> {
  const response = await fetch(`/api/partnerships/${partnership}/files`, {
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
  return SentFile.parse(await response.json());
}
