import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Writes packages/core/evidence/gap-page.json: script and style of a map that is saved as one file, out of
// packages/web/evidence/map-page, with their hashes for the file's policy. With --check it only says whether it is stale.

const from = new URL('../packages/web/evidence/map-page/', import.meta.url);
const to = new URL('../packages/core/evidence/gap-page.json', import.meta.url);

const script = await bundled();
const style = readFileSync(new URL('page.css', from), 'utf8').replaceAll(/\s+/g, ' ').trim();
const text = `${JSON.stringify(
  { script, scriptHash: hashOf(script), style, styleHash: hashOf(style) },
  null,
  2,
)}\n`;

if (!process.argv.includes('--check')) writeFileSync(to, text);
else if (readFileSync(to, 'utf8') !== text) {
  console.error(
    'gap-page.json is not what its sources make; write it anew: node scripts/gap-page.ts',
  );
  process.exitCode = 1;
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(from),
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: fileURLToPath(new URL('client.ts', from)), formats: ['iife'], name: 'map' },
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

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
