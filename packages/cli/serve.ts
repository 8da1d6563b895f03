import { fileURLToPath } from 'node:url';
import { config } from '@freehold/server/config';
import { start } from '@freehold/server';
import { buildPages } from './pages.ts';
import type { Command } from './command.ts';
import { report } from './report.ts';

const pagesFolder = fileURLToPath(new URL('../web/dist', import.meta.url));

/** Serves until Ctrl-C. */
export const serve: Command = async (words) => {
  const settings = config(process.env);
  if (!settings.ok) return report(settings.problems, words, 2);
  if (!(await buildPages())) return 1;
  const stopAsked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const running = await start(settings.value, pagesFolder);
  if (!running.ok) return report(running.problems, words, 1);
  const { address, signIn, stop } = running.value;
  process.stdout.write(`Freehold is at ${address} · sign in once with ${signIn}\n`);
  await stopAsked;
  await stop();
  return 0;
};
