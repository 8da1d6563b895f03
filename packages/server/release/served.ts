import type { Context } from 'hono';
import { explorerPolicyOf, type BundleFile } from '@freehold/core/release/explorer';

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** Answers with a file of a release, as a download. */
export function sentFile(c: Context, name: BundleFile, content: string) {
  return c.body(content, 200, {
    'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
}

/**
 * Answers with the page of a release, to be looked at. It runs its own script, in a sandbox: as a page of nobody's, without
 * our cookies, without any network, and in no frame.
 */
export function shownPage(c: Context, page: string) {
  return c.body(page, 200, {
    'content-type': types.html ?? 'text/html',
    'content-disposition': 'inline; filename="explorer.html"',
    'content-security-policy': `sandbox allow-scripts allow-downloads; ${explorerPolicyOf(page)}; frame-ancestors 'none'`,
    // A page in a sandbox may not ask for an opener policy; browsers refuse to show it then.
    'cross-origin-opener-policy': 'unsafe-none',
    'cache-control': 'no-store',
  });
}
