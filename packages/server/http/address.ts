import type { Context } from 'hono';
import type { House } from './house.ts';

/**
 * Where a request comes from: the socket's address, or, behind a proxy that we were told of, the one that the
 * proxy added last. A header that the caller wrote is never believed.
 */
export function addressOf(c: Context, { config }: Pick<House, 'config'>): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (config.behindProxy ? forwarded : socketAddress(c)) ?? '127.0.0.1';
}

function socketAddress(c: Context): string | undefined {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return bindings?.incoming?.socket?.remoteAddress;
}
