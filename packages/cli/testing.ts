import { vi } from 'vitest';
import { run } from './main.ts';

/** Runs a command line as a program would and gives its exit status and what it said. */
export async function ran(...words: readonly string[]) {
  const said = { out: '', problems: '' };
  const hear = (key: keyof typeof said) => (text: string | Uint8Array) => {
    said[key] += String(text);
    return true;
  };
  const heard = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('problems')),
  ];
  try {
    const status = await run(words);
    return { status, ...said };
  } finally {
    for (const each of heard) each.mockRestore();
  }
}
