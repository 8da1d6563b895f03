import { createHash, randomBytes, randomInt } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLarge, type Clock, type Entropy, type Files, type Mail } from './ports.ts';

export const systemClock: Clock = { now: () => new Date() };

export const systemEntropy: Entropy = {
  token: () => randomBytes(24).toString('base64url'),
  seed: () => randomInt(2 ** 32),
};

/** Keeps each message as a text file that a person can open, newest last by name. */
export function mailFolder(folder: string, clock: Clock): Mail {
  return {
    send: async ({ to, subject, text }) => {
      await mkdir(folder, { recursive: true });
      const when = clock.now().toISOString().replaceAll(':', '-');
      const name = `${when}-${randomBytes(3).toString('hex')}.txt`;
      await writeFile(join(folder, name), `To: ${to}\nSubject: ${subject}\n\n${text}\n`);
    },
  };
}

/** Keeps uploaded files in a folder. A file is there whole or not at all. */
export function filesIn(folder: string): Files {
  const path = (name: string) => {
    if (!/^[A-Za-z0-9_-]+$/.test(name)) throw new RangeError(`not a name of ours: ${name}`);
    return join(folder, name);
  };
  return {
    keep: async (name, content, most) => {
      await mkdir(folder, { recursive: true });
      const part = `${path(name)}.part`;
      const hash = createHash('sha256');
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          done(size > most ? new FileTooLarge(most) : null, chunk);
        },
      });
      try {
        await pipeline(content, measure, createWriteStream(part));
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      await rename(part, path(name));
      return { size, sha256: hash.digest('hex') };
    },
    open: (name) => createReadStream(path(name)),
    size: async (name) => (await stat(path(name)).catch(() => null))?.size ?? null,
    remove: (name) => rm(path(name), { force: true }),
  };
}
