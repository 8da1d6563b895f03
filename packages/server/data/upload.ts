import { Readable } from 'node:stream';
import { problem, type Problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import type { House, Partner } from '../http/house.ts';
import { FileTooLarge } from '../ports.ts';

export type Upload = {
  /** Null for a file of this machine that the command line reads where it lies. */
  readonly id: string | null;
  readonly name: string;
  readonly size: number;
  readonly storedAs: string;
};

type Kept = Upload & { readonly id: string };

/** What a partnership may send at once. The same bound as for every request. */
export const largestUpload = 64 * 1024 * 1024;

/**
 * Keeps what is sent as a file of the partnership, under a name of ours.
 *
 * Problems: `file-empty`, `too-large`.
 */
export async function keepUpload(
  house: House,
  partner: Partner,
  name: string,
  content: AsyncIterable<Uint8Array> | null,
): Promise<Kept | Problem> {
  const { files, entropy } = house.ports;
  const storedAs = entropy.token();
  const source = Readable.from(content ?? []);
  try {
    const { size, sha256 } = await files.keep(storedAs, source, largestUpload);
    if (size === 0) {
      await files.remove(storedAs);
      return problem('file-empty');
    }
    return await within(house.database, partner, (tx) =>
      addUpload(tx, partner, { name, size, sha256, storedAs }),
    );
  } catch (error) {
    if (error instanceof FileTooLarge) return problem('too-large', { mostBytes: error.most });
    throw error;
  }
}

async function addUpload(
  tx: Work,
  { partnership, person }: Partner,
  { storedAs, ...file }: { name: string; size: number; sha256: string; storedAs: string },
): Promise<Kept> {
  const { id } = await tx
    .insertInto('upload')
    .values({ partnership_id: partnership, sent_by: person, stored_as: storedAs, ...file })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, name: file.name, size: file.size, storedAs };
}

/** A file of the partnership that the work is bound to; null for every other. */
export async function uploadOf(tx: Work, id: string): Promise<Upload | null> {
  const row = await tx
    .selectFrom('upload')
    .where('id', '=', id)
    .select(['id', 'name', 'size', 'stored_as as storedAs'])
    .executeTakeFirst();
  return row ?? null;
}

const longestName = 200;

/** The name that a header carries, percent-encoded; without folders and what no file name holds. */
export function fileName(header: string | undefined): string {
  const said = decoded(header ?? '');
  const last = said.split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  return name === '' ? 'file' : name.slice(0, longestName).toWellFormed();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
