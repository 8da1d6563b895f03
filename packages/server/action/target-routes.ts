import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem, type Outcome } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { dayOf } from './store.ts';
import { addTo, change } from './target-change.ts';
import { NewTarget, Target, TargetChange } from './target-shapes.ts';
import type { KeptTarget } from './target-store.ts';
import { targetsOf, withStanding, type StandingTarget } from './targets.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const atTarget = partnership.extend({ target: Id });
const tags = ['Targets'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/targets',
      summary: 'How far a place means to come by when, and how it stands today',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(z.object({ targets: z.array(Target) }), 'The targets, oldest first'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/targets',
      summary: 'Set a target',
      tags,
      middleware,
      request: { params: atPlace, ...jsonBody(NewTarget) },
      responses: answers(Target, 'The target with how it stands'),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/targets/{target}',
      summary: 'Change a target, remove it, or bring it back',
      description:
        'Refused with `changed-meanwhile` where somebody else has changed the same field since `version`.',
      tags,
      middleware,
      request: { params: atTarget, ...jsonBody(TargetChange) },
      responses: answers(Target, 'The target with how it stands'),
    }),
  };
}

export function targetRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  const on = ({ role }: Partner) => ({ role, today: dayOf(clock.now()) });
  const kept = async (
    tx: Work,
    partner: Partner,
    done: Outcome<KeptTarget>,
  ): Promise<Outcome<Target>> => {
    if (!done.ok) return done;
    const [target] = await withStanding(tx, done.value.place, [done.value], on(partner));
    if (target === undefined) throw new RangeError('one target in, one out');
    return { ok: true, value: shownTarget(target) };
  };
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const { place } = c.req.valid('param');
      const targets = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place)) ? targetsOf(tx, place, on(partner)) : null,
      );
      if (targets === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ targets: targets.map(shownTarget) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) => {
        if (!(await knownPlace(tx, place))) return null;
        const added = await addTo(tx, partner, place, c.req.valid('json'), clock.now());
        return kept(tx, partner, added);
      });
      if (done === null) return refuse(c, 404, [problem('not-found')]);
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { version, ...asked } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const about = { version, change: sent(asked) };
        const { target } = c.req.valid('param');
        return kept(tx, partner, await change(tx, partner, target, about, clock.now()));
      });
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(done.value, 200);
    });
}

function shownTarget(target: StandingTarget): Target {
  const { values, points, corners, standing, madeAt, changedAt } = target;
  const { title, unit, decimals, detection, placeName, own, source, breaks } = values;
  return {
    ...{ id: target.id, place: target.place, round: target.round, title: target.title },
    ...{ about: target.about, direction: target.direction, baseline: target.baseline },
    ...{ path: target.path, steps: target.steps, aim: target.aim, endsOn: target.endsOn },
    ...{ tolerance: target.tolerance, agreedBy: target.agreedBy, agreedOn: target.agreedOn },
    ...{ note: target.note, removed: target.removed, version: target.version },
    subject: { title, unit, decimals, detection, placeName, own, source, breaks: [...breaks] },
    points: points.map(({ period, start, on, value, low, high, suppressed }) => ({
      ...{ period, start, on, value, low, high, suppressed },
    })),
    corners: [...corners],
    standing,
    madeAt: madeAt.toISOString(),
    changedAt: changedAt.toISOString(),
    changedBy: target.changedBy,
  };
}
