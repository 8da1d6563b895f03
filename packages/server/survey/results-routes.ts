import { createRoute, z } from '@hono/zod-openapi';
import { mayEditPlace } from '@freehold/core/access';
import { problem } from '@freehold/core/problem';
import {
  changesBetween,
  matched,
  resultsToShow,
  type QuestionResult,
  type WaveTarget,
} from '@freehold/core/survey';
import { within, type Work } from '../database/within.ts';
import { router, type House } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { fileName, serve } from '../document/served.ts';
import { partnerOnly } from '../session/guard.ts';
import { answersOf, setsFrom } from './answers.ts';
import { answersCsv } from './csv.ts';
import { frozenOf } from './frozen.ts';
import { atWave, Comparison, Results } from './shapes.ts';
import { targetsOf } from './targets.ts';
import { waveOf, type KeptWave } from './waves.ts';

const tags = ['Surveys'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  const one = '/partnerships/{partnership}/survey-waves/{wave}' as const;
  return {
    results: createRoute({
      method: 'get',
      path: `${one}/results` as const,
      summary: 'What each question gave, with n and what was not answered',
      description:
        'Confidential questions give nothing before the wave has closed, and nothing under five respondents. [SV-18] to [SV-22]',
      tags,
      middleware,
      request: { params: atWave },
      responses: answers(Results, 'The results as they stand'),
    }),
    csv: createRoute({
      method: 'get',
      path: `${one}/answers.csv` as const,
      summary: 'Every answer to questions that are not confidential, as CSV',
      tags,
      middleware,
      request: { params: atWave },
      responses: {
        ...answers(z.object({}), 'Not used'),
        200: { description: 'The answers', content: { 'text/csv': { schema: z.string() } } },
      },
    }),
    comparison: createRoute({
      method: 'get',
      path: `${one}/comparison` as const,
      summary:
        'The wave beside an earlier one: who is in both, new, removed or merged, and what changed',
      tags,
      middleware,
      request: { params: atWave, query: z.object({ with: z.uuid() }) },
      responses: answers(Comparison, 'The comparison'),
    }),
  };
}

export function resultsRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  const today = () => clock.now().toISOString().slice(0, 10);
  return router()
    .openapi(route.results, async (c) => {
      const { wave: id } = c.req.valid('param');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const wave = await waveOf(tx, id);
        if (wave === null) return null;
        const targets = await targetsOf(tx, id);
        const { sets, frozen, blocks } = await answered(tx, wave, today());
        return {
          instrument: wave.instrument,
          sets: sets.length,
          targets: targets.length,
          finished: targets.filter(({ finishedAt }) => finishedAt !== null).length,
          results: copied(resultsToShow(wave.instrument, sets, frozen)),
          blocks,
          asOf: clock.now().toISOString(),
        };
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    })
    .openapi(route.csv, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { wave: id } = c.req.valid('param');
      const file = await within(house.database, partner, async (tx) => {
        const wave = await waveOf(tx, id);
        if (wave === null) return null;
        const kept = await answersOf(tx, id);
        const labels = new Map(kept.map(({ target, label }) => [target, label]));
        const sets = await setsFrom(tx, id, kept, today());
        const text = answersCsv(
          wave.instrument,
          sets.map((set) => ({ ...set, label: labels.get(set.target) ?? '' })),
        );
        return { text, place: wave.title };
      });
      if (file === null) return refuse(c, 404, [problem('not-found')]);
      const name = fileName({ place: file.place, what: 'answers', madeOn: today() }, 'csv');
      return serve(c, file.text, { format: 'csv', name });
    })
    .openapi(route.comparison, async (c) => {
      const { wave: id } = c.req.valid('param');
      const { with: earlier } = c.req.valid('query');
      const found = await within(house.database, c.get('partner'), async (tx) => {
        const [after, before] = [await waveOf(tx, id), await waveOf(tx, earlier)];
        if (after === null || before === null || after.instrument.code !== before.instrument.code)
          return null;
        return compared(tx, before, after, today());
      });
      return found === null ? refuse(c, 404, [problem('not-found')]) : c.json(found, 200);
    });
}

async function answered(tx: Work, wave: KeptWave, today: string) {
  const sets = await setsFrom(tx, wave.id, await answersOf(tx, wave.id), today);
  const frozen = await frozenOf(tx, wave.id);
  return { sets, frozen: frozen?.results ?? null, blocks: frozen?.blocks ?? [] };
}

async function compared(tx: Work, before: KeptWave, after: KeptWave, today: string) {
  const [was, is] = [await answered(tx, before, today), await answered(tx, after, today)];
  const met = matched(
    await waveTargets(tx, before.id),
    await waveTargets(tx, after.id),
    await homes(tx),
  );
  const { changes, onlyBefore, onlyAfter } = changesBetween(
    { instrument: before.instrument, sets: was.sets, frozen: was.frozen },
    { instrument: after.instrument, sets: is.sets, frozen: is.frozen },
    met,
  );
  return {
    before: { id: before.id, label: before.title },
    after: { id: after.id, label: after.title },
    instrument: after.instrument,
    both: met.both.map((each) => ({ before: named(each.before), after: named(each.after) })),
    new: met.new.map(named),
    removed: met.removed.map(named),
    merged: met.merged.map((each) => ({ before: named(each.before), into: named(each.into) })),
    changes: changes.map(({ code, row, all, matched: pair }) => ({
      ...{ code, row },
      all: pairOf(all),
      matched: pair === null ? null : pairOf(pair),
    })),
    onlyBefore: [...onlyBefore],
    onlyAfter: [...onlyAfter],
  };
}

async function waveTargets(tx: Work, wave: string): Promise<readonly WaveTarget[]> {
  const targets = await targetsOf(tx, wave);
  return targets.map(({ id, label, organisation, listed, cleanUp, mergedInto, consentedAt }) => ({
    ...{ id, label, organisation, listed, mergedInto },
    counts: consentedAt !== null && (cleanUp === 'waiting' || cleanUp === 'kept'),
  }));
}

/** What each merged entry of the directory was merged into in the end. */
async function homes(tx: Work): Promise<ReadonlyMap<string, string>> {
  const rows = [
    ...(await tx
      .selectFrom('listed_organisation')
      .where('merged_into', 'is not', null)
      .select(['id', 'merged_into'])
      .execute()),
    ...(await tx
      .selectFrom('listed_partnership')
      .where('merged_into', 'is not', null)
      .select(['id', 'merged_into'])
      .execute()),
  ];
  const next = new Map(rows.map(({ id, merged_into: into }) => [id, into ?? id]));
  const last = (id: string, steps = 0): string => {
    const into = next.get(id);
    return into === undefined || steps > 20 ? id : last(into, steps + 1);
  };
  return new Map([...next.keys()].map((id) => [id, last(id)]));
}

function named({ id, label }: WaveTarget) {
  return { id, label };
}

function pairOf([a, b]: readonly [QuestionResult, QuestionResult]) {
  return [copiedOne(a), copiedOne(b)] as [
    ReturnType<typeof copiedOne>,
    ReturnType<typeof copiedOne>,
  ];
}

function copied(results: readonly QuestionResult[]) {
  return results.map(copiedOne);
}

/** Answers of routes are lists that may change; results are not. */
function copiedOne({ tallies, texts, ...rest }: QuestionResult) {
  return { ...rest, tallies: tallies && [...tallies], texts: texts && [...texts] };
}
