import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Env } from '../http/house.ts';
import type { Clock } from '../ports.ts';
import type { AuditLog } from './log.ts';

/**
 * Writes one audit row for each request to the API, refusals included, before the answer leaves.
 * When the row cannot be written the request fails: nothing is shown that is not on record.
 */
export function watched(log: AuditLog, clock: Clock) {
  return createMiddleware<Env>(async (c, next) => {
    await next();
    const partner = c.get('partner');
    const rater = c.get('rater');
    const asker = partner ?? c.get('asker');
    await log.add({
      at: clock.now().toISOString(),
      partnership:
        partner?.partnership ??
        rater?.partnership ??
        c.get('respondent')?.partnership ??
        named(c.req.param('partnership')),
      person: asker?.person ?? null,
      rater: rater?.rater ?? null,
      action: `${c.req.method} ${templateOf(routePath(c))}`,
      record: recordOf(c.req.param() as Record<string, string>),
      outcome: await outcomeOf(c.res),
    });
  });
}

/** The partnership that the path names, also when the asker was refused: its co-ordinator sees who tried. */
function named(partnership: string | undefined): string | null {
  return partnership !== undefined && uuid.test(partnership) ? partnership.toLowerCase() : null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `/api/places/:place` as OpenAPI writes it: `/api/places/{place}`. */
function templateOf(path: string): string {
  return path.replace(/:([a-z]+)(\{[^}]*\})?/gi, '{$1}');
}

/** The path's ids. A secret token is no id; what is no id of ours is left out. */
function recordOf(parameters: Record<string, string>): string {
  return Object.entries(parameters)
    .filter(([name, value]) => name !== 'token' && known.test(value))
    .map(([, value]) => value)
    .join(' ');
}

const known = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z]?\d+(\.\d+)*|[a-z0-9-]{1,40})$/i;

async function outcomeOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('problem+json')) return String(answer.status);
  const body = (await answer.clone().json()) as { problems?: { code?: string }[] };
  const code = body.problems?.[0]?.code;
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
}
