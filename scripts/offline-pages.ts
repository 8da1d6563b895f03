import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Writes what pages that are one file are made of: script and style of each, out of its folder in packages/web, with
// their hashes for the file's policy. With --check it only says which are stale.

const pages = [
  { from: 'packages/web/evidence/map-page/', to: 'packages/core/evidence/gap-page.json' },
  { from: 'packages/web/release/explorer-page/', to: 'packages/core/release/explorer/page.json' },
];
const look = 'packages/web/document/offline.css';

for (const { from, to } of pages) {
  const text = `${JSON.stringify(await partsOf(at(from)), null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(at(to), text);
  else if (readFileSync(at(to), 'utf8') !== text) {
    console.error(
      `${to} is not what its sources make; write it anew: node scripts/offline-pages.ts`,
    );
    process.exitCode = 1;
  }
}

async function partsOf(folder: URL) {
  const script = await bundled(folder);
  const sheets = [at(look), new URL('page.css', folder)];
  const style = sheets
    .map((sheet) => readFileSync(sheet, 'utf8').replaceAll(/\s+/g, ' ').trim())
    .join(' ');
  return { script, scriptHash: hashOf(script), style, styleHash: hashOf(style) };
}

async function bundled(folder: URL): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(folder),
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: fileURLToPath(new URL('client.ts', folder)), formats: ['iife'], name: 'page' },
      // What the page does not use has no say: no module of ours does anything by being imported.
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('client.ts') } },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  const code = output.output[0].type === 'chunk' ? output.output[0].code.trim() : '';
  if (code === '' || /<\/script/i.test(code)) throw new Error('the script cannot stand in a page');
  return code;
}

function at(path: string): URL {
  return new URL(`../${path}`, import.meta.url);
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
