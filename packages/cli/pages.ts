import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(packages, 'web/dist/.built-from');

/** Builds the web application when its sources have changed since the last build; says false when that fails. */
export async function buildPages(): Promise<boolean> {
  const wanted = await fingerprint();
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : '';
  if (built === wanted) return true;
  process.stdout.write('Building the web pages …\n');
  const status = await ran(join(packages, '../node_modules/vite/bin/vite.js'), [
    'build',
    '--logLevel',
    'warn',
  ]);
  if (status !== 0) {
    process.stderr.write('The web pages could not be built; see above.\n');
    return false;
  }
  await writeFile(stamp, wanted);
  return true;
}

function ran(script: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...words], {
      cwd: join(packages, 'web'),
      stdio: 'inherit',
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['core', 'web']) {
    const names = (await readdir(join(packages, folder), { recursive: true })).sort();
    for (const name of names.filter((each) => !/^(dist|node_modules)\b/.test(each))) {
      const { size, mtimeMs } = await stat(join(packages, folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
