import { createRoute, z } from '@hono/zod-openapi';
import { mayCoordinate, mayEditPlace } from '@freehold/core/access';
import { problem, type Problem } from '@freehold/core/problem';
import { within, type Work } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { partnerOnly } from '../session/guard.ts';
import { asksInConfidence, freeze } from './frozen.ts';
import { instrumentOf, shippedCopy } from './instruments.ts';
import { due, startLetters, type Letters } from './post.ts';
import {
  atWave,
  NewWave,
  partnership,
  WaveFields,
  WaveLine,
  WaveShown,
  WaveState,
} from './shapes.ts';
import { countsOf, targetShown, waveLine } from './shown.ts';
import { statusOf } from './status.ts';
import { answerCounts, targetsOf } from './targets.ts';
import {
  addWave,
  changeWave,
  isWaveOf,
  moveWave,
  waveOf,
  wavesOf,
  type KeptWave,
} from './waves.ts';

const tags = ['Surveys'];
const Started = z.object({ job: z.string() });

function declared(house: House) {
  const middleware = partnerOnly(house);
  const one = '/partnerships/{partnership}/survey-waves/{wave}' as const;
  const letters = (what: Letters, summary: string) =>
    createRoute({
      method: 'post',
      path: `${one}/${what}` as const,
      summary,
      tags,
      middleware,
      request: { params: atWave },
      responses: answers(Started, 'The job that sends them'),
    });
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/survey-waves',
      summary: 'Every wave of every survey, newest first',
      tags,
      middleware,
      request: { params: partnership },
      responses: answers(z.object({ waves: z.array(WaveLine) }), 'The waves'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/survey-waves',
      summary: 'Begin a wave: `instrument` is a version’s id, or the code of a shipped instrument',
      tags,
      middleware,
      request: { params: partnership, ...jsonBody(NewWave) },
      responses: answers(z.object({ id: z.string() }), 'The wave, not open yet'),
    }),
    show: createRoute({
      method: 'get',
      path: one,
      summary: 'A wave with whom it asks and how far they are; no answer is told',
      tags,
      middleware,
      request: { params: atWave },
      responses: answers(WaveShown, 'The wave'),
    }),
    change: createRoute({
      method: 'patch',
      path: one,
      summary: 'Change a wave’s title, closing date, reminders and comparison',
      tags,
      middleware,
      request: { params: atWave, ...jsonBody(WaveFields) },
      responses: answers(z.object({ id: z.string() }), 'Changed'),
    }),
    move: createRoute({
      method: 'post',
      path: `${one}/move` as const,
      summary: 'Open a wave, close it, or open it again',
      description:
        'One with confidential questions stays closed: opening it again would let single answers be told.',
      tags,
      middleware,
      request: { params: atWave, ...jsonBody(z.strictObject({ to: z.enum(['open', 'closed']) })) },
      responses: answers(z.object({ state: WaveState }), 'The state now'),
    }),
    invite: letters('invite', 'Send invitations to whoever has an address and none yet'),
    remind: letters('remind', 'Send reminders; nobody gets two within the wave’s interval'),
  };
}

export function waveRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  return router()
    .openapi(route.list, async (c) => {
      const waves = await within(house.database, c.get('partner'), wavesOf);
      return c.json({ waves: waves.map((wave) => waveLine(wave, wave)) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { instrument, ...fields } = c.req.valid('json');
      const done = await within(house.database, partner, async (tx) => {
        const asked = await askedInstrument(tx, partner, instrument);
        if (!('id' in asked)) return asked;
        const wrong = await wrongComparison(tx, fields.comparesWith, asked.code);
        return wrong ?? { id: await addWave(tx, partner.partnership, asked.id, fields) };
      });
      return 'id' in done ? c.json(done, 200) : refuse(c, statusOf([done]), [done]);
    })
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const { wave } = c.req.valid('param');
      const found = await within(house.database, partner, (tx) =>
        page(tx, partner, wave, clock.now()),
      );
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const fields = c.req.valid('json');
      const { wave: id } = c.req.valid('param');
      const refusal = await within(house.database, partner, async (tx) => {
        const wave = await waveOf(tx, id, 'update');
        if (wave === null) return problem('not-found');
        if (fields.comparesWith === id)
          return problem('wave-unknown', undefined, { path: 'comparesWith' });
        const wrong = await wrongComparison(tx, fields.comparesWith, wave.instrument.code);
        if (wrong === null) await changeWave(tx, id, fields);
        return wrong;
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({ id }, 200);
    })
    .openapi(route.move, async (c) => {
      const partner = c.get('partner');
      if (!mayCoordinate(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { to } = c.req.valid('json');
      const refusal = await within(house.database, partner, async (tx) => {
        const wave = await waveOf(tx, c.req.valid('param').wave, 'update');
        if (wave === null) return problem('not-found');
        const wrong = await wrongMove(tx, wave, to);
        if (wrong !== null || wave.state === to) return wrong;
        await moveWave(tx, wave.id, to, clock.now());
        if (to === 'closed') await freeze(tx, wave, partner.partnership, clock.now());
        return null;
      });
      if (refusal !== null) return refuse(c, statusOf([refusal]), [refusal]);
      return c.json({ state: to }, 200);
    })
    .openapi(route.invite, async (c) => {
      const done = await letters(house, c.get('partner'), c.req.valid('param').wave, 'invite');
      return 'job' in done ? c.json(done, 200) : refuse(c, statusOf([done]), [done]);
    })
    .openapi(route.remind, async (c) => {
      const done = await letters(house, c.get('partner'), c.req.valid('param').wave, 'remind');
      return 'job' in done ? c.json(done, 200) : refuse(c, statusOf([done]), [done]);
    });
}

async function letters(
  house: House,
  partner: Partner,
  id: string,
  what: Letters,
): Promise<{ job: string } | Problem> {
  if (!mayCoordinate(partner.role)) return problem('not-allowed');
  const wave = await within(house.database, partner, (tx) => waveOf(tx, id));
  if (wave === null) return problem('not-found');
  if (wave.state !== 'open') return problem('wave-not-open');
  return { job: await startLetters(house, partner, wave, what) };
}

/** A version of one's own that is published, or the copy of a shipped instrument. */
async function askedInstrument(
  tx: Work,
  partner: Partner,
  wanted: string,
): Promise<{ readonly id: string; readonly code: string } | Problem> {
  const unknown = problem('instrument-unknown', undefined, { path: 'instrument' });
  if (!z.uuid().safeParse(wanted).success) {
    const id = await shippedCopy(tx, partner.partnership, wanted);
    return id === null ? unknown : { id, code: wanted };
  }
  const found = await instrumentOf(tx, wanted);
  if (found === null) return unknown;
  return found.state === 'draft' ? problem('not-published') : found;
}

async function wrongComparison(
  tx: Work,
  wave: string | null,
  code: string,
): Promise<Problem | null> {
  return wave === null || (await isWaveOf(tx, wave, code))
    ? null
    : problem('wave-unknown', undefined, { path: 'comparesWith' });
}

async function wrongMove(tx: Work, wave: KeptWave, to: 'open' | 'closed'): Promise<Problem | null> {
  if (to === 'closed') return wave.state === 'draft' ? problem('wave-not-open') : null;
  if (wave.state === 'closed' && asksInConfidence(wave.instrument))
    return problem('confidential-stays-closed');
  return (await targetsOf(tx, wave.id)).length === 0 ? problem('no-targets') : null;
}

/** A wave's page in four statements. */
async function page(
  tx: Work,
  { role }: Partner,
  id: string,
  now: Date,
): Promise<z.infer<typeof WaveShown> | null> {
  const wave = await waveOf(tx, id);
  if (wave === null) return null;
  const targets = await targetsOf(tx, id);
  const answered = await answerCounts(tx, id);
  const whole = mayCoordinate(role);
  const others = await tx
    .selectFrom('survey_wave as w')
    .innerJoin('survey_instrument as i', 'i.id', 'w.instrument_id')
    .where('i.code', '=', wave.instrument.code)
    .where('w.id', '<>', id)
    .where('w.made_at', '<=', wave.madeAt)
    .select(['w.id', 'w.title'])
    .orderBy('w.made_at', 'desc')
    .execute();
  return {
    ...waveLine(wave, countsOf(targets)),
    remindAfterDays: wave.remindAfterDays,
    comparesWith: wave.comparesWith,
    earlier: others,
    people: targets.map((target) => targetShown(target, answered.get(target.id) ?? 0, whole)),
    dueForInvitation: due(targets, wave, 'invite', now).length,
    dueForReminder: due(targets, wave, 'remind', now).length,
    mayCoordinate: whole,
    mayCleanUp: mayEditPlace(role),
  };
}
