import { resolve } from 'node:path';
import { z } from 'zod';
import { parsed, type Outcome } from '@freehold/core/problem';
import type { Home } from './database/connect.ts';

/** What an installation can set, from the environment. */
export type Config = {
  readonly home: Home;
  /** The folder for the embedded database, uploaded files and kept mail. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** The address people use, without a slash at the end; it goes into links. */
  readonly address: string;
  readonly example: boolean;
  /** A proxy of ours stands in front and adds the caller's address to X-Forwarded-For. */
  readonly behindProxy: boolean;
  /** Where mail is sent; without it every message is kept in a folder. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** From one address, before it is asked to wait. */
  readonly requestsPerMinute?: number;
};

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  FREEHOLD_HOST: z.string().default('127.0.0.1'),
  FREEHOLD_URL: z.url().optional(),
  FREEHOLD_DATA: z.string().min(1).default('./data'),
  FREEHOLD_PROXY: z.enum(['on', 'off']).default('off'),
  FREEHOLD_SMTP: z
    .string()
    .regex(/^smtps?:\/\/./)
    .optional(),
  FREEHOLD_MAIL_FROM: z.string().min(3).max(300).optional(),
  FREEHOLD_REQUESTS: z.coerce.number().int().min(1).optional(),
  FREEHOLD_EXAMPLE: z.enum(['on', 'off']).default('on'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
});

/** Reads the configuration; a setting that cannot be used is a problem that names it. */
export function config(environment: Readonly<Record<string, string | undefined>>): Outcome<Config> {
  const read = parsed(Environment, environment);
  if (!read.ok) return read;
  const { PORT, FREEHOLD_HOST, FREEHOLD_URL, FREEHOLD_DATA, DATABASE_URL } = read.value;
  const folder = resolve(FREEHOLD_DATA);
  return {
    ok: true,
    value: {
      home:
        DATABASE_URL === undefined
          ? { kind: 'pglite', folder: resolve(folder, 'database') }
          : { kind: 'postgres', url: DATABASE_URL },
      folder,
      host: FREEHOLD_HOST,
      port: PORT,
      address: (FREEHOLD_URL ?? `http://localhost:${PORT}`).replace(/\/$/, ''),
      example: read.value.FREEHOLD_EXAMPLE === 'on',
      behindProxy: read.value.FREEHOLD_PROXY === 'on',
      ...smtpOf(read.value),
      ...(read.value.FREEHOLD_REQUESTS !== undefined && {
        requestsPerMinute: read.value.FREEHOLD_REQUESTS,
      }),
    },
  };
}

type Settings = z.infer<typeof Environment>;

/** The sender is `freehold@` the host that people know, unless another is named. */
function smtpOf({
  FREEHOLD_SMTP,
  FREEHOLD_MAIL_FROM,
  FREEHOLD_URL,
}: Settings): Pick<Config, 'smtp'> {
  if (FREEHOLD_SMTP === undefined) return {};
  const host = FREEHOLD_URL === undefined ? 'localhost' : new URL(FREEHOLD_URL).hostname;
  return {
    smtp: { url: FREEHOLD_SMTP, from: FREEHOLD_MAIL_FROM ?? `Freehold <freehold@${host}>` },
  };
}
