import type { Readable } from 'node:stream';

/** The time now. Tests stop it. */
export type Clock = { readonly now: () => Date };

/** Chance: `token` gives an unguessable URL-safe text, `seed` a number for a recipe. */
export type Entropy = { readonly token: () => string; readonly seed: () => number };

export type Message = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends a message, or keeps it where a person can read it. */
export type Mail = { readonly send: (message: Message) => Promise<void> };

export type KeptFile = { readonly size: number; readonly sha256: string };

/** Keeps uploaded files by an opaque name of ours, never by the name a person gave. */
export type Files = {
  /** @throws FileTooLarge when more than `most` bytes arrive; nothing is kept then. */
  readonly keep: (name: string, content: Readable, most: number) => Promise<KeptFile>;
  readonly open: (name: string) => Readable;
  readonly size: (name: string) => Promise<number | null>;
  readonly remove: (name: string) => Promise<void>;
};

export class FileTooLarge extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`the file is larger than ${most} bytes`);
    this.most = most;
  }
}

export type Ports = {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly mail: Mail;
  readonly files: Files;
};
