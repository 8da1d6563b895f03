import { stat } from 'node:fs/promises';
import type { Config } from '@freehold/server/config';
import { problem, type Problem } from '@freehold/core/problem';

const loopback = ['localhost', '127.0.0.1', '::1', '[::1]'];

/**
 * What is wrong with how people reach this installation. One that only its own machine reaches needs nothing; one
 * that others reach needs TLS in front, for cookies are Secure only then, and no made-up workspace to walk into.
 *
 * Problems: `tls-missing`, `example-open`, `proxy-not-told`, `mail-in-folder`.
 */
export function entranceFaults({
  address,
  host,
  example,
  behindProxy,
  smtp,
}: Pick<Config, 'address' | 'host' | 'example' | 'behindProxy' | 'smtp'>): readonly Problem[] {
  const { protocol, hostname } = new URL(address);
  const alone = loopback.includes(hostname) && loopback.includes(host);
  if (alone) return [];
  const secure = protocol === 'https:';
  return [
    ...(secure ? [] : [problem('tls-missing', { address })]),
    ...(example ? [problem('example-open')] : []),
    ...(secure && !behindProxy ? [problem('proxy-not-told')] : []),
    ...(smtp === undefined ? [problem('mail-in-folder')] : []),
  ];
}

/** Is the data folder its owner's alone? It holds the secret, files and mail. Problem: `folder-open` with its mode. */
export async function folderFaults(folder: string): Promise<readonly Problem[]> {
  const found = await stat(folder).catch(() => null);
  const open = found !== null && process.platform !== 'win32' && (found.mode & 0o077) !== 0;
  return open ? [problem('folder-open', { folder, mode: (found.mode & 0o777).toString(8) })] : [];
}
