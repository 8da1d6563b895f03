import { createHash, randomBytes, randomInt } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createTransport } from 'nodemailer';
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

/**
 * Sends each message through a mail server, given as `smtp://user:password@host:port` or `smtps://…`. Messages
 * carry sign-in links: but on this machine itself nothing is sent over a connection that is not encrypted.
 */
export function mailBySmtp({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const { protocol, hostname } = new URL(url);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    url,
    requireTLS: protocol === 'smtp:' && !here,
    ignoreTLS: protocol === 'smtp:' && here,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      // As an object: an address is never read as a list of several.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
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
