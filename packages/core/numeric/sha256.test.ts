import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from './sha256.ts';

const published = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('the text of FIPS 180-4 has its published digest', () => {
  expect(sha256('abc')).toBe(published);
});

test('every text, of any script and length, has the digest that the system gives', () => {
  const system = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(system(text));
    }),
  );
  for (const length of [55, 56, 63, 64, 119, 120]) {
    const text = 'é€😀x'.repeat(length).slice(0, length);
    expect(sha256(text)).toBe(system(text));
  }
});
