import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { problem, type Problem } from '@freehold/core/problem';
import { writeWhole } from '../archive/whole.ts';
import type { Database } from '../database/connect.ts';
import { stillDatabase, stillFiles, stillFolder } from '../database/still.ts';
import { faultLine } from '../http/fault.ts';

/** What a running server tells about itself. */
export type Status = { readonly process: number; readonly since: string };
/** Folders with a still copy of the database and its files; they stay for as long as the asker holds on. */
export type Copy = { readonly database: string; readonly files: string };
export type Refused = { readonly problems: readonly Problem[] };

export type Control = { readonly close: () => Promise<void> };

/** Of an embedded database that is open in this process. */
export type Held = {
  readonly database: Database;
  readonly from: string;
  readonly dataFolder: string;
};

/** Where the address of the running server's control socket is written. */
export function addressFile(dataFolder: string): string {
  return join(dataFolder, 'control', 'address');
}

/**
 * Lets other programs of the same account ask the server that holds an embedded database, which nobody else can open.
 * There are two words: `status`, and `backup`, which gives a still copy to read until the asker hangs up. No data
 * pass here, and nothing can be changed; the socket stands in a folder for its owner alone.
 */
export async function openControl(held: Held, since: Date): Promise<Control> {
  const open = new Set<Socket>();
  const taken = { isLent: false, isStopping: false };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    void answer(socket, { held, since, taken });
  });
  const address = await socketAddress(held.dataFolder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  await writeWhole(addressFile(held.dataFolder), of(address));
  return {
    close: async () => {
      taken.isStopping = true;
      await rm(addressFile(held.dataFolder), { force: true });
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (!address.startsWith(held.dataFolder))
        await rmdir(dirname(address)).catch(() => undefined);
    },
  };
}

type Asked = { held: Held; since: Date; taken: { isLent: boolean; isStopping: boolean } };

async function answer(socket: Socket, asked: Asked): Promise<void> {
  const word = await firstLine(socket);
  if (word === 'status') {
    const status: Status = { process: process.pid, since: asked.since.toISOString() };
    socket.end(`${JSON.stringify(status)}\n`);
  } else if (word === 'backup') await lend(socket, asked);
  else socket.end(`${JSON.stringify({ problems: [problem('unknown-word')] } satisfies Refused)}\n`);
}

async function lend(socket: Socket, { held, taken }: Asked): Promise<void> {
  const refuse = (...problems: Problem[]) =>
    socket.end(`${JSON.stringify({ problems } satisfies Refused)}\n`);
  if (taken.isLent) return void refuse(problem('backup-running'));
  taken.isLent = true;
  const folder = join(stillFolder(held.dataFolder), `lent-${randomUUID()}`);
  const copy: Copy = { database: join(folder, 'database'), files: join(folder, 'files') };
  const gone = hungUp(socket);
  try {
    await stillDatabase(held.database, { from: held.from, to: copy.database }, () =>
      stillFiles(join(held.dataFolder, 'files'), copy.files),
    );
    socket.write(`${JSON.stringify(copy)}\n`);
    await gone;
  } catch (error) {
    const because = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    refuse(problem('folder-not-writable', { folder: held.dataFolder, because }));
  } finally {
    taken.isLent = false;
    // A server that stops leaves the copy to whoever reads it; the next start clears it away.
    if (!taken.isStopping) await clearAway(folder);
  }
}

/** `end` comes before anything that the same asker says on a later line; `close` may come after it. */
function hungUp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['end', 'close']) socket.once(event, () => resolve());
  });
}

/** The asker clears the copy away too; what neither could is gone after the next start. */
async function clearAway(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    console.error(`a lent copy is not cleared away yet: ${faultLine(error)}`);
  }
}

/** The first line that comes, of at most 100 characters; empty when none does. */
function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.setTimeout(5000, () => resolve(''));
    socket.once('close', () => resolve(''));
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (!text.includes('\n') && text.length <= 100) return;
      socket.setTimeout(0);
      resolve(text.split('\n')[0] ?? '');
    });
  });
}

const longestAddress = 100;

/** A socket's path may have about a hundred bytes; in a deeper folder it stands among the system's passing files. */
async function socketAddress(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'control');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (process.platform === 'win32') return `\\\\.\\pipe\\freehold-${randomUUID()}`;
  const path = join(folder, 'socket');
  if (Buffer.byteLength(path) <= longestAddress) return path;
  return join(await mkdtemp(join(tmpdir(), 'freehold-')), 'socket');
}

async function* of(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
