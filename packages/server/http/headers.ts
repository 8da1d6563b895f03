import { createMiddleware } from 'hono/factory';
import type { Env } from './house.ts';

/**
 * What our own pages may load: only what comes from here, no inline script, no inline style, no plug-in, no frame.
 * WebAssembly may be compiled, for the counting kernel of releases; that opens no way to scripts made of text.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Puts the headers on every answer that tell a browser to trust nobody but us. A route that sets one of them
 * itself (the report, a downloaded file) keeps its own.
 *
 * Referrers are never sent, for links carry tokens. The two cross-origin policies also open the door to
 * shared memory for workers.
 */
export function guardedBy({ address }: { readonly address: string }) {
  const all: Readonly<Record<string, string>> = {
    'content-security-policy': pagePolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': shut.map((each) => `${each}=()`).join(', '),
    ...(address.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  return createMiddleware<Env>(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(all)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', 'no-store');
  });
}

const shut = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
];
