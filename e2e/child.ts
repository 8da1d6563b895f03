import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Ready = z.object({ address: z.string(), signIn: z.string() });

/** A server in a process of its own. */
export type Child = z.infer<typeof Ready> & {
  /** From the start of the process to its first word. */
  readonly readyInMilliseconds: number;
  /** Ends it as a power switch would: it is told nothing and can finish nothing. */
  readonly kill: () => Promise<void>;
};

/** Starts a server with these settings. */
export async function startChild(settings: Readonly<Record<string, string>>): Promise<Child> {
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('./serve.ts', import.meta.url))], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said = { errors: '' };
  child.stderr.on('data', (bytes: Buffer) => (said.errors += bytes.toString()));
  const line = await Promise.race([firstLine(child), ended.then(() => null)]);
  if (line === null) throw new Error(`the server did not start:\n${said.errors}`);
  return {
    ...Ready.parse(JSON.parse(line)),
    readyInMilliseconds: performance.now() - began,
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(child.pid, 'SIGKILL');
      await ended;
    },
  };
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      const line = text.split('\n').find((each) => each.startsWith('{'));
      if (text.includes('\n') && line !== undefined) resolve(line);
    });
  });
}
