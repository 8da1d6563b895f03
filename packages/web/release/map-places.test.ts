import { unsaid } from '@freehold/core/release/explorer';
import { expect, test } from 'vitest';
import { bundle } from './engine/bundle.ts';
import { places } from './engine/places.ts';
import type { MadeFiles } from './engine/work.ts';
import { smallRelease } from '../../server/testing/release.ts';

const { files: texts } = smallRelease('a');
const blobs: MadeFiles = {
  'synthetic.csv': new Blob([texts['synthetic.csv']]),
  'counts.csv': new Blob([texts['counts.csv']]),
  'manifest.json': new Blob([texts['manifest.json']]),
  'codebook.json': new Blob([
    JSON.stringify({
      format: 'freehold-codebook/1',
      subject: null,
      columns: [
        { kind: 'category', name: 'a place', values: ['a north', 'a south'] },
        { kind: 'category', name: 'a age', values: ['young', 'old'] },
      ],
    }),
  ]),
};
const read = (content: BlobPart, name = 'towns.csv') =>
  places({ file: new File([content], name), fields: unsaid, files: blobs });

test('a file of places is set beside the released values, whatever its encoding', async () => {
  const latin1 = Uint8Array.from(
    Buffer.from('town;lat;lon\nA North;54;-1\nYnys M\xf4n;53;-4\n', 'latin1'),
  );
  const found = await read(latin1);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const { columns, unused, leftOut } = found.value;
  expect(columns).toEqual([{ name: 'a place', values: 2, missed: ['a south'] }]);
  expect([unused, leftOut]).toEqual([['Ynys Môn'], 1]);
});

test('what is no file of places says why', async () => {
  expect(await read('')).toMatchObject({ ok: false, problems: [{ code: 'no-rows' }] });
  expect(await read(new Uint8Array(17 * 2 ** 20))).toMatchObject({
    problems: [{ code: 'places-too-large' }],
  });
});

test('of what was added only what belongs to the release leaves, and it is told where it is from', async () => {
  const at = (name: string) => ({ name, at: [-1, 54] as [number, number], rings: [] });
  const bundled = (names: readonly string[]) =>
    bundle({
      ...{ title: 'Towns', files: blobs, ledger: null },
      places: { source: 'An atlas', places: names.map(at) },
    });
  const made = await bundled(['a north', 'a south', 'a house']);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const file = made.value.files.find(({ name }) => name === 'places.json');
  const text = (await file?.content.text()) ?? '';
  expect(text).toContain('An atlas');
  expect(text).toContain('a north');
  expect(text).not.toContain('a house');
  expect(await bundled(['a house'])).toMatchObject({ ok: false });
});
