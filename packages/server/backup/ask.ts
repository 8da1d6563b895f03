import { readFile } from 'node:fs/promises';
import { connect as connectTo, type Socket } from 'node:net';
import { z } from 'zod';
import type { Problem } from '@freehold/core/problem';
import { addressFile, type Status } from './control.ts';

const Answer = z.union([
  z.object({ process: z.number(), since: z.string() }),
  z.object({ database: z.string(), files: z.string() }),
  z.object({ problems: z.array(z.custom<Problem>((value) => typeof value === 'object')) }),
]);
export type Answer = z.infer<typeof Answer>;

/** A running server's answer; what it lent is its own again after `hangUp`. */
export type Answered = { readonly answer: Answer; readonly hangUp: () => void };

/** Asks the server that runs on a data folder; null when none does. */
export async function askServer(
  dataFolder: string,
  word: 'status' | 'backup',
): Promise<Answered | null> {
  const address = await readFile(addressFile(dataFolder), 'utf8').catch(() => null);
  if (address === null) return null;
  const socket = await called(address);
  if (socket === null) return null;
  socket.write(`${word}\n`);
  const line = await firstLine(socket);
  const hangUp = () => void socket.destroy();
  const answer = Answer.safeParse(line === null ? null : JSON.parse(line));
  if (answer.success) return { answer: answer.data, hangUp };
  hangUp();
  return null;
}

/** What the server that runs on a data folder says of itself; null when none does. */
export async function statusOf(dataFolder: string): Promise<Status | null> {
  const answered = await askServer(dataFolder, 'status');
  answered?.hangUp();
  return answered !== null && 'since' in answered.answer ? answered.answer : null;
}

function called(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connectTo(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

function firstLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? null);
    });
    socket.once('close', () => resolve(null));
  });
}
