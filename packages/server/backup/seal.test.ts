import { Decrypter } from 'age-encryption';
import { expect, test } from 'vitest';
import { sealed, unsealed } from './seal.ts';

const work = 8;

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* of(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

const text = Buffer.from('agreed scores and why\n'.repeat(9000));
const close = () => whole(sealed(of(text), 'long enough a phrase', work));

test('what was sealed opens with the passphrase, also with the library’s own plain use of the age format', async () => {
  const file = await close();
  expect(file.includes('agreed scores')).toBe(false);
  expect(await whole(unsealed(of(file), 'long enough a phrase'))).toEqual(text);
  const decrypter = new Decrypter();
  decrypter.addPassphrase('long enough a phrase');
  expect(Buffer.from(await decrypter.decrypt(file))).toEqual(text);
});

test('a wrong passphrase is told from a damaged file, and both from something else', async () => {
  const file = await close();
  const open = (bytes: Uint8Array, phrase = 'long enough a phrase') =>
    whole(unsealed(of(bytes), phrase));
  await expect(open(file, 'another phrase')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await expect(open(Buffer.from('PK not ours'))).rejects.toMatchObject({ code: 'not-a-backup' });
  await expect(open(Buffer.alloc(0))).rejects.toMatchObject({ code: 'not-a-backup' });
  await expect(open(file.subarray(0, 60))).rejects.toMatchObject({ code: 'backup-damaged' });
});

test('a changed byte or a cut anywhere behind the head is found', async () => {
  const file = await close();
  for (const at of [file.length - 1, file.length - 70_000, 200, 400]) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(whole(unsealed(of(changed), 'long enough a phrase'))).rejects.toMatchObject({
      code: 'backup-damaged',
    });
  }
  // The second cut falls between two pieces of the format, 64 kB and their 16 bytes of check each.
  const head = file.length - text.length - 16 * Math.ceil(text.length / 65_536);
  for (const length of [file.length - 1, head + 65_552, head + 40_000]) {
    const cut = whole(unsealed(of(file.subarray(0, length)), 'long enough a phrase'));
    await expect(cut).rejects.toMatchObject({ code: 'backup-damaged' });
  }
});
