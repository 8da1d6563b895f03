// Installs what the lock file names, when it is not there yet or the lock file has changed since.
// Plain JavaScript for Node 20.19: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.freehold-installed`;
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const present = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (present !== wanted) {
  console.log('Installing what Freehold needs (about a minute the first time) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const done = spawnSync(npm, [...flags, '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(
      'The installation did not finish. Check the network, then run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
