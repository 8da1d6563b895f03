import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

// Compiles the counting kernel into a file that every bundler and every Node reads as it is. The result is committed,
// so that nothing has to be built before the first start; `--check` fails when it is not what the source gives.

const folder = fileURLToPath(new URL('../packages/core/release/kernel/', import.meta.url));
const source = `${folder}count.as.ts`;
const target = `${folder}count.wasm.ts`;

const flags = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert'];

export async function compiled(): Promise<string> {
  const made: Uint8Array[] = [];
  const faults: string[] = [];
  const stderr = { write: (text: string | Uint8Array) => void faults.push(String(text)) };
  const { error } = await asc.main(['count.ts', '-o', 'count.wasm', ...flags], {
    readFile: (name) => (name === 'count.ts' ? readFileSync(source, 'utf8') : null),
    writeFile: (_, content) => {
      if (typeof content !== 'string') made.push(content);
    },
    listFiles: () => [],
    stderr,
  });
  const [module] = made;
  if (error !== null || module === undefined) throw new TypeError(faults.join(''));
  const text = Buffer.from(module).toString('base64');
  return `// Made from count.as.ts by \`node scripts/kernel.ts\`; not to be edited.\nexport const countModule =\n  '${text}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compiled();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'kernel: count.wasm.ts is not what count.as.ts gives; run node scripts/kernel.ts',
    );
    process.exitCode = 1;
  }
}
