import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  // What a set-up hands to tests is declared by merging into the library's own interface.
  interface ProvidedContext {
    /** Where the journeys of a run keep what one of them made for all. */
    shared: string;
  }
}

let folder = '';

export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'freehold-journeys-'));
  project.provide('shared', folder);
}

export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
