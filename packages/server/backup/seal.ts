import { Decrypter, Encrypter } from 'age-encryption';

/** A backup that cannot be opened, with the problem's code. */
export class Unopened extends Error {
  readonly code: 'wrong-passphrase' | 'not-a-backup' | 'backup-damaged';
  constructor(code: Unopened['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** The work that trying one passphrase costs, as a power of two; age's own default, about a second and 256 MB. */
const usualWork = 18;

/**
 * Encrypts bytes as they pass, in the age format with a passphrase: `age -d` opens them without Freehold.
 * `work` is lower in tests only.
 */
export async function* sealed(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
  work = usualWork,
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  yield* piecesOf(await encrypter.encrypt(streamOf(bytes)));
}

const firstLine = 'age-encryption.org/v1';

/**
 * Decrypts what `sealed` encrypted, as it passes. Each piece of 64 kB is checked before it is given out, and the last
 * one that it is the last.
 *
 * @throws Unopened
 */
export async function* unsealed(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const plain = await decrypter.decrypt(streamOf(checkedStart(bytes))).catch((error: unknown) => {
    throw whyNotOpened(error);
  });
  try {
    yield* piecesOf(plain);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined
      ? new Unopened('backup-damaged', error)
      : error;
  }
}

function whyNotOpened(error: unknown): unknown {
  const { message, code } = error as NodeJS.ErrnoException;
  if (code !== undefined || error instanceof Unopened) return error;
  return new Unopened(
    message.includes('no identity matched') ? 'wrong-passphrase' : 'backup-damaged',
    error,
  );
}

/** Passes bytes on if they begin as an age file does. */
async function* checkedStart(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    const start = Buffer.from(piece.subarray(0, firstLine.length)).toString('latin1');
    if (first && !firstLine.startsWith(start)) throw new Unopened('not-a-backup');
    first = false;
    yield piece;
  }
  if (first) throw new Unopened('not-a-backup');
}

// The library speaks the web's streams, and everything here the language's own.
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (stream) => {
      const next = await pieces.next();
      if (next.done === true) stream.close();
      else stream.enqueue(next.value);
    },
    cancel: async () => {
      await pieces.return?.();
    },
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
