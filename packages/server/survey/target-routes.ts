import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate } from '@freehold/core/access';
import { OrganisationFields } from '@freehold/core/directory';
import { problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { linkOf } from './link.ts';
import { standingLink } from './post.ts';
import { atTarget, atWave } from './shapes.ts';
import { statusOf } from './status.ts';
import {
  addTargets,
  entriesNamed,
  removeTarget,
  renewLink,
  targetOf,
  targetsOf,
} from './targets.ts';
import { waveOf } from './waves.ts';

const tags = ['Surveys'];
const oneLine = (most: number) =>
  z
    .string()
    .overwrite((text) => text.trim().replace(/\s+/g, ' '))
    .max(most);

/** Somebody to ask, by name. Organisations that the directory lacks are added to it, so that rosters can name them. */
const NewTarget = z.strictObject({
  label: oneLine(200).min(1),
  contact: oneLine(200),
  email: z.email().max(320).toLowerCase().nullable(),
  language: z.string().max(35),
});
const NewTargets = z
  .strictObject({
    of: z.enum(['organisations', 'partnerships']),
    targets: z.array(NewTarget).min(1).max(1000),
    /** Looks only: nothing is kept. */
    dryRun: z.boolean(),
  })
  .openapi('NewSurveyTargets');

const Added = z
  .object({
    added: z.number(),
    /** Those that the wave asks already. */
    already: z.array(z.string()),
    /** Names that the directory did not know. */
    newNames: z.array(z.string()),
  })
  .openapi('AddedSurveyTargets');

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/survey-waves/{wave}/targets',
      summary: 'Add whom a wave asks, matched to the directory by name',
      tags,
      middleware,
      request: { params: atWave, ...jsonBody(NewTargets) },
      responses: answers(Added, 'What was added, or would be'),
    }),
    remove: createRoute({
      method: 'delete',
      path: '/partnerships/{partnership}/survey-targets/{respondent}',
      summary: 'Take somebody off the list who has not agreed to take part',
      tags,
      middleware,
      request: { params: atTarget },
      responses: answers(z.object({}), 'Removed'),
    }),
    link: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/survey-targets/{respondent}/link',
      summary: 'A target’s link, to pass on by hand; `renew` makes another and stops the old one',
      tags,
      middleware,
      request: { params: atTarget, ...jsonBody(z.strictObject({ renew: z.boolean() })) },
      responses: answers(z.object({ link: z.string() }), 'The link'),
    }),
  };
}

export function targetRoutes(house: House) {
  const route = declared(house);
  const { entropy } = house.ports;
  const newLink = () => {
    const linkSeed = entropy.token();
    const { hash, link } = linkOf(house, linkSeed);
    return { linkSeed, tokenHash: hash, link };
  };
  return router()
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { of, targets, dryRun } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const wave = await waveOf(tx, c.req.valid('param').wave, 'update');
        if (wave === null) return problem('not-found');
        if (wave.state === 'closed') return problem('wave-closed');
        const there = new Set(
          (await targetsOf(tx, wave.id)).map(({ label, email }) => sameAs(label, email)),
        );
        const fresh = targets.filter(({ label, email }) => !there.has(sameAs(label, email)));
        const names = [...new Set(fresh.map(({ label }) => label))];
        const known = names.length === 0 ? null : (await entriesNamed(tx, names))[of];
        const newNames = names.filter((name) => known?.has(name.toLowerCase()) !== true);
        const answer = {
          added: fresh.length,
          already: targets
            .filter(({ label, email }) => there.has(sameAs(label, email)))
            .map(({ label }) => label),
          newNames,
        };
        if (dryRun || fresh.length === 0) return answer;
        const made =
          of === 'organisations'
            ? await addOrganisations(tx, partner.partnership, newNames)
            : new Map<string, string>();
        const entry = (label: string) =>
          known?.get(label.toLowerCase()) ?? made.get(label.toLowerCase()) ?? null;
        await addTargets(
          tx,
          { partnership: partner.partnership, wave: wave.id },
          fresh.map((target) => {
            const { linkSeed, tokenHash } = newLink();
            const organisation = of === 'organisations' ? entry(target.label) : null;
            const listed = of === 'partnerships' ? entry(target.label) : null;
            return { ...target, organisation, listed, linkSeed, tokenHash };
          }),
        );
        return answer;
      });
      return 'added' in done ? c.json(done, 200) : refuse(c, statusOf([done]), [done]);
    })
    .openapi(route.remove, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { respondent: id } = c.req.valid('param');
      const refusal = await within(house.database, partner, async (tx) => {
        if ((await targetOf(tx, id, 'update')) === null) return problem('not-found');
        return (await removeTarget(tx, id)) ? null : problem('target-has-answers');
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({}, 200);
    })
    .openapi(route.link, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { respondent: id } = c.req.valid('param');
      const { renew } = c.req.valid('json');
      const link = await within(house.database, partner, async (tx) => {
        const kept = await tx
          .selectFrom('survey_target')
          .where('id', '=', id)
          .select(['link_seed', 'token_hash'])
          .forUpdate()
          .executeTakeFirst();
        if (kept === undefined) return null;
        if (!renew) return standingLink(tx, house, id, kept);
        const made = newLink();
        await renewLink(tx, id, made);
        return made.link;
      });
      return link === null ? refuse(c, 404, [problem('not-found')]) : c.json({ link }, 200);
    });
}

function sameAs(label: string, email: string | null): string {
  return `${label.toLowerCase()} ${email ?? ''}`;
}

async function addOrganisations(
  tx: Work,
  partnership: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const content = JSON.stringify(OrganisationFields.parse({}));
  const rows = await tx
    .insertInto('listed_organisation')
    .values(names.map((name) => ({ partnership_id: partnership, name, content })))
    .returning(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}
