import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, test, vi } from 'vitest';

const most = 180 * 1024;

test('what is loaded before a page with charts is at most 180 KiB of JavaScript, gzipped', async () => {
  const chunks = await built();
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  const lazy = [...chunks.values()].filter(({ facadeModuleId }) =>
    /\/(shell\/shell|session\/start|session\/sign-in)\.tsx$/.test(facadeModuleId ?? ''),
  );
  expect(lazy).toHaveLength(3);
  const loaded = new Set(
    [entry?.fileName ?? '', ...lazy.map(({ fileName }) => fileName)].flatMap((name) => [
      ...withImports(name, chunks),
    ]),
  );
  const bytes = [...loaded].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length,
    0,
  );
  expect(bytes).toBeGreaterThan(20 * 1024);
  expect(bytes).toBeLessThanOrEqual(most);
  const text = [...loaded].map((name) => chunks.get(name)?.moduleIds.join('\n') ?? '').join('\n');
  expect(text).not.toContain('@observablehq/plot');
}, 120_000);

/** The web app's JavaScript as it would be served, by file name; nothing is written. */
async function built(): Promise<ReadonlyMap<string, Rollup.OutputChunk>> {
  // As it is served: without this the test's own setting brings React's larger development build.
  vi.stubEnv('NODE_ENV', 'production');
  const made = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'silent',
    build: { write: false },
  });
  vi.unstubAllEnvs();
  const outputs = Array.isArray(made) ? made : 'output' in made ? [made] : [];
  const files = outputs.flatMap(({ output }) => output);
  return new Map(
    files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
}

function withImports(
  name: string,
  chunks: ReadonlyMap<string, Rollup.OutputChunk>,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of chunks.get(name)?.imports ?? []) withImports(next, chunks, seen);
  return seen;
}
