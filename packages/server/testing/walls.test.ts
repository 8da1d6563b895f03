import fc from 'fast-check';
import { sql } from 'kysely';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rights, Role } from '@freehold/core/access';
import { asked, type Asks } from '../access/asked.ts';
import { asInstallation, within } from '../database/within.ts';
import { callRoute, digests, leaked, secretsOf, type Called, type Fill } from './caller.ts';
import { homes, type OpenedHome } from './homes.ts';
import { Document, routesOf, type Route } from './sample.ts';
import { ownedTables, shownTo } from './wall-check.ts';
import { world, type Walled, type World } from './world.ts';

// Two walls stand between partnerships: the application asks `access`, and the database asks again. Every text of
// a partnership here carries a marker of its own, so that one that got through either wall would be seen.

const runs = { PGlite: 300, 'PostgreSQL 15': 80 } as const;

describe.each(homes)('walls on %s', (name, open) => {
  let opened: OpenedHome;
  let on: World;
  let document: z.infer<typeof Document>;
  let routes: readonly Route[];

  beforeAll(async () => {
    opened = await open();
    on = await world(name === 'PGlite' ? 3 : 2, opened.home);
    document = Document.parse(await (await on.house.call('/api/openapi.json')).json());
    routes = routesOf(document);
  });
  afterAll(async () => {
    await on.close();
    await opened.close();
  });

  const partnership = (at: number): Walled => {
    const found = on.partnerships[at % on.partnerships.length];
    if (found === undefined) throw new RangeError('a world has partnerships');
    return found;
  };
  const inPartnerships = () => routes.filter(({ path }) => path.includes('{partnership}'));
  const nameOf = ({ method, path }: Route) => `${method} ${path}`;
  const leaks = (called: Called, whose: readonly Walled[], route: Route) =>
    leaked(
      called,
      whose.flatMap((each) =>
        saysBack.test(route.path) ? [`${each.marker} `, `${each.marker}@`] : secretsOf(each),
      ),
    );

  test('every route says which right it asks, and no right is asked for by a route that is not there', () => {
    expect(routes.map(nameOf).toSorted()).toEqual(Object.keys(asked).toSorted());
  });

  describe('the database’s own wall', () => {
    const owned = () => ownedTables(on.house.database);

    test('every table of a partnership holds rows of several here, or this test would say nothing', async () => {
      for (const table of await owned()) {
        const { rows } = await asInstallation(on.house.database, (tx) =>
          sql<{ n: number }>`select count(distinct partnership_id)::int as n
            from ${sql.table(table)}`.execute(tx),
        );
        expect([table, (rows[0]?.n ?? 0) >= 2]).toEqual([table, true]);
      }
    });

    test('without `freehold.partnership` no table shows a row of anybody', async () => {
      expect(await shownTo(on.house.database, null)).toEqual([]);
    });

    test('with it, every table shows the rows of that partnership and no other', async () => {
      const { id } = partnership(0);
      const own = (await owned()).map((table) => ({ table, partnership: id }));
      expect(await shownTo(on.house.database, id)).toEqual(own);
    });

    test('no table lets a row of another partnership be changed or removed', async () => {
      const [ours, theirs] = [partnership(0).id, partnership(1).id];
      const before = await digests(on);
      for (const table of await owned()) {
        for (const statement of [
          sql`update ${sql.table(table)} set partnership_id = ${theirs} where partnership_id = ${theirs}`,
          sql`delete from ${sql.table(table)} where partnership_id = ${theirs}`,
        ]) {
          const changed = await within(
            on.house.database,
            { person: null, rater: null, partnership: ours },
            (tx) => statement.execute(tx),
          ).catch((error: unknown) => {
            // The audit may not be changed at all.
            if (table === 'audit_entry') return { numAffectedRows: 0n };
            throw error;
          });
          expect([table, changed.numAffectedRows ?? 0n]).toEqual([table, 0n]);
        }
      }
      expect(await digests(on)).toEqual(before);
    });
  });

  /** A request as an honest member would send it: about things of the partnership, in its first choices. */
  const honest = ({ id, marker, ids, raters }: Walled): Fill => {
    const parameters: Readonly<Record<string, string>> = {
      ...{ partnership: id, indicator: '1.1.3', code: marker, measure: `${marker}measure` },
      ...{ from: on.version, to: ids.version?.[0] ?? '', parent: ids.place?.[1] ?? '' },
      ...{
        token: raters[0]?.token ?? '',
        person: id,
        codeList: 'scale',
        releaseFile: 'counts.csv',
      },
    };
    return {
      parameter: (wanted) => parameters[wanted] ?? ids[wanted]?.[0] ?? '',
      id: (of) => (of === 'file' ? ids.upload : (ids[of] ?? ids.place))?.[0] ?? '',
      text: () => 'typed by a member',
      pick: (items) => {
        // The one step that a review that is being agreed can take.
        const first = items.find((each) => each === 'validated') ?? items[0];
        if (first === undefined) throw new RangeError('nothing to pick from');
        return first;
      },
    };
  };

  test('a role without a right is refused at every route that asks it, and nothing changes', async () => {
    const own = partnership(0);
    const before = await digests(on);
    for (const route of inPartnerships()) {
      for (const role of Role.options.filter((each) => !may(asked[nameOf(route)], each))) {
        const fill = honest(own);
        const called = await callRoute(on, document, route, { cookie: own.cookies[role], fill });
        expect([nameOf(route), role, called.status]).toEqual([nameOf(route), role, 403]);
        expect(called.text).toContain('not-allowed');
      }
    }
    expect(await digests(on)).toEqual(before);
  });

  test('a role with the right is let through to read', async () => {
    const own = partnership(0);
    for (const route of inPartnerships().filter(({ method }) => method === 'GET')) {
      for (const role of Role.options.filter((each) => may(asked[nameOf(route)], each))) {
        const fill = honest(own);
        const called = await callRoute(on, document, route, { cookie: own.cookies[role], fill });
        expect([nameOf(route), role, [401, 403, 404].includes(called.status)]).toEqual([
          nameOf(route),
          role,
          false,
        ]);
      }
    }
  });

  test('to everybody else nothing of a partnership exists: not found, signed out 401, and nothing changes', async () => {
    const own = partnership(0);
    const before = await digests(on);
    for (const route of inPartnerships()) {
      for (const [who, cookie, status] of [
        ['signed out', null, 401],
        ['a member of nothing', on.stranger, 404],
        ['another’s co-ordinator', partnership(1).cookies['co-ordinator'], 404],
      ] as const) {
        const called = await callRoute(on, document, route, { cookie, fill: honest(own) });
        expect([nameOf(route), who, called.status]).toEqual([nameOf(route), who, status]);
        expect([nameOf(route), who, leaks(called, [own], route)]).toEqual([nameOf(route), who, []]);
      }
    }
    expect(await digests(on)).toEqual(before);
  });

  test('a record of another partnership is not found under one’s own', async () => {
    const [own, other] = [partnership(0), partnership(1)];
    const before = (await digests(on)).get(other.id);
    for (const route of inPartnerships().filter(({ path }) => namesRecord.test(path))) {
      const fill = {
        ...honest(other),
        parameter: (wanted: string) =>
          wanted === 'partnership' ? own.id : honest(other).parameter(wanted),
      };
      const called = await callRoute(on, document, route, {
        cookie: own.cookies['co-ordinator'],
        fill,
      });
      expect([nameOf(route), called.status]).toEqual([nameOf(route), 404]);
      expect([nameOf(route), leaks(called, [other], route)]).toEqual([nameOf(route), []]);
    }
    expect((await digests(on)).get(other.id)).toBe(before);
  });

  test('counts are of one’s own: a partnership with two gaps sees two, whatever others have', async () => {
    for (const [at, { id, cookies, ids }] of on.partnerships.entries()) {
      const home = await on.house.call(`/api/partnerships/${id}/places/${ids.place?.[0]}/home`, {
        cookie: cookies.member,
      });
      expect(await home.json()).toMatchObject({ gaps: { kept: at + 1 }, assets: { total: 1 } });
      const places = await on.house.call(`/api/partnerships/${id}/places?query=zq`, {
        cookie: cookies.member,
      });
      expect(await places.json()).toMatchObject({ total: 2 });
    }
  });

  test('whoever asks whatever: no marker, id, name or file of a partnership that is not theirs', async () => {
    const tried = routes.filter((route) => !left.includes(nameOf(route)));
    const seen = new Map<number, number>();
    // Nothing happens between two requests: what one left is what the next begins with.
    let before = await digests(on);
    const asking = fc.record({
      asker: fc.nat(),
      role: fc.constantFrom<Role | 'stranger' | 'signed-out'>(
        ...Role.options,
        ...(['co-ordinator', 'co-ordinator', 'analyst', 'stranger', 'signed-out'] as const),
      ),
      route: fc.nat(),
      choices: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(asking, async ({ asker, role, route: at, choices }) => {
        const route = tried[at % tried.length];
        if (route === undefined) throw new RangeError('a document has routes');
        const own = partnership(asker);
        const cookie =
          role === 'signed-out' ? null : role === 'stranger' ? on.stranger : own.cookies[role];
        const member = role !== 'signed-out' && role !== 'stranger';
        const { fill, holder } = mixed(on, own, choices);
        const called = await callRoute(on, document, route, { cookie, fill });
        const theirs = [
          ...(member ? [own.id] : []),
          ...(route.path.includes('{token}') ? [holder().id] : []),
        ];
        // Peers share with each other what stands under these addresses; sharing.test.ts and peers.test.ts say what.
        const shared = member && sharedByChoice.test(route.path);
        const others = on.partnerships.filter(({ id }) => !shared && !theirs.includes(id));
        seen.set(called.status, (seen.get(called.status) ?? 0) + 1);
        expect([nameOf(route), role, called.status, leaks(called, others, route)]).toEqual([
          nameOf(route),
          role,
          called.status,
          [],
        ]);
        expect(called.status).not.toBe(500);
        const after = await digests(on);
        const untouched = called.status === 403 || called.status === 404 ? on.partnerships : others;
        for (const { id, marker } of untouched)
          expect([nameOf(route), marker, after.get(id)]).toEqual([
            nameOf(route),
            marker,
            before.get(id),
          ]);
        before = after;
      }),
      { numRuns: runs[name === 'PGlite' ? 'PGlite' : 'PostgreSQL 15'], endOnFailure: true },
    );
    // The property says little if everything was refused.
    expect(seen.get(200) ?? 0).toBeGreaterThan(20);
    expect(seen.get(404) ?? 0).toBeGreaterThan(20);
  }, 300_000);
});

const sharedByChoice = /^\/api\/shared\/|\/(peers|learning)$/;

// What one asked for oneself stands in one's audit, ids of others included; their words do not.
const saysBack = /\/audit(\.csv)?$/;

const namesRecord =
  /\{(place|review|rater|gap|member|asset|action|target|file|job|version|instrument|wave|respondent)\}(?!.*\{(gap|indicator)\})|framework-mappings/;

/** Left out of the random calls: they sign somebody in or out, make a partnership, or take a scrypt each. */
const left = [
  'DELETE /api/session',
  'POST /api/session/link',
  'POST /api/session/example',
  'PUT /api/me/password',
  'POST /api/partnerships',
];

function may(asks: Asks | undefined, role: Role): boolean {
  if (asks === undefined || asks === 'anybody' || asks === 'signed-in' || asks === 'link')
    return true;
  return rights[asks].may(role);
}

/** Own ids and others' mixed; texts that search for everything, never somebody's marker in full. */
function mixed(
  { partnerships, version }: World,
  own: Walled,
  choices: readonly number[],
): { readonly fill: Fill; readonly holder: () => Walled } {
  let at = 0;
  let holder = own;
  const next = () => choices[(at += 1) % choices.length] ?? 0;
  const pick = <T>(items: readonly T[]): T => {
    const found = items[next() % items.length];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  const somebody = () => (next() % 2 === 0 ? own : pick(partnerships));
  const id = (of = '') =>
    pick(
      (of === 'file' ? somebody().ids.upload : somebody().ids[of]) ??
        Object.values(somebody().ids).flat(),
    );
  const parameter = (name: string): string => {
    if (name === 'partnership') return somebody().id;
    if (name === 'indicator') return pick(['1.1.3', '1.1.4', '9.9.9']);
    if (name === 'code') return pick([own.marker, 'typed']);
    if (name === 'measure') return `${somebody().marker}measure`;
    if (name === 'from' || name === 'to')
      return pick([version, somebody().ids.version?.[0] ?? id()]);
    if (name === 'releaseFile') return pick(['counts.csv', 'explorer.html']);
    if (name === 'key') return pick(['words', 'trust', 'proof']);
    if (name === 'token') {
      holder = somebody();
      return pick(holder.raters).token;
    }
    if (name === 'file' && next() % 3 === 0) return pick(somebody().ids.upload ?? [id()]);
    const known = somebody().ids[name];
    return known === undefined ? id() : pick(known);
  };
  const text = () => pick(['zq', '%', '_', 'a', "' or true --", 'typed', '\\', '=1+1']);
  return { fill: { parameter, id, text, pick }, holder: () => holder };
}
