import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zipped } from './zip.ts';

const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path));

// Another program's reader says whether it is a ZIP archive, checks its sums, and gives back what was put in.
test.skipIf(python === undefined)('an archive is read back by another program', async () => {
  const long = 'Ynys Môn, 12\r\n'.repeat(5000);
  const zip = await zipped([
    { name: 'synthetic.csv', content: new Blob([long]) },
    { name: 'empty.txt', content: new Blob([]) },
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'freehold-zip-'));
  const path = join(folder, 'release.zip');
  writeFileSync(path, new Uint8Array(await zip.arrayBuffer()));
  const read = `import sys,json,zipfile
z=zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(),[[n,z.read(n).decode()] for n in z.namelist()]]))`;
  const said: unknown = JSON.parse(
    execFileSync(python ?? '', ['-c', read, path], { encoding: 'utf8' }),
  );
  rmSync(folder, { recursive: true });
  expect(said).toEqual([
    null,
    [
      ['synthetic.csv', long],
      ['empty.txt', ''],
    ],
  ]);
  expect(zip.size).toBeLessThan(long.length / 10);
});
