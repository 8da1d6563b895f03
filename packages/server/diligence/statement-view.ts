import type { z } from 'zod';
import {
  disclosureOf,
  levelOf,
  missingIn,
  scopeOf,
  statementAreas,
  type StatementInput,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import { diligenceCounts } from './counts.ts';
import type { Statement, StatementInBrief } from './statement-shapes.ts';
import {
  contentOf,
  statementBefore,
  statementOf,
  stepsOf,
  type KeptStatement,
} from './statement-store.ts';

/** A statement in a list. */
export function inBrief(kept: KeptStatement): z.infer<typeof StatementInBrief> {
  const { id, organisation, yearEnd, state, facts, changedAt } = kept;
  const content = contentOf(kept);
  return {
    ...{ id, organisation, yearEnd, state, kind: facts.scope.kind },
    scope: scopeOf(facts.scope).answer,
    levels: levels(kept),
    disclosed: disclosureOf(content),
    missing: missingIn(content).length,
    changedAt: changedAt.toISOString(),
  };
}

/** Everything on the page of a statement, in six statements to the database; null where there is none. */
export async function statementPage(
  tx: Work,
  id: string,
  today: string,
): Promise<z.infer<typeof Statement> | null> {
  const kept = await statementOf(tx, id);
  if (kept === null) return null;
  const before = await statementBefore(tx, kept);
  const { organisation, yearEnd, state, version, facts } = kept;
  return {
    ...{ id, organisation, yearEnd, state, version, facts },
    texts: kept.texts.map(({ changedAt, ...each }) => ({
      ...each,
      changedAt: changedAt.toISOString(),
    })),
    answers: [...kept.answers],
    steps: [...(await stepsOf(tx, id))],
    records: await recordsOn(tx, today),
    before: before && {
      ...{ id: before.id, yearEnd: before.yearEnd, levels: levels(before) },
      disclosed: disclosureOf(contentOf(before)),
    },
  };
}

/** What the documents of a statement are made from; null where there is none for the asker. */
export async function statementInput(
  tx: Work,
  {
    partnership,
    id,
    today,
  }: { readonly partnership: string; readonly id: string; readonly today: string },
): Promise<StatementInput | null> {
  const kept = await statementOf(tx, id);
  if (kept === null) return null;
  const before = await statementBefore(tx, kept);
  const of = await tx
    .selectFrom('partnership')
    .where('id', '=', partnership)
    .select(['name', 'made_up as madeUp'])
    .executeTakeFirstOrThrow();
  return {
    ...contentOf(kept),
    ...{ organisation: kept.organisation, partnership: of.name, madeUp: of.madeUp, today },
    approved: kept.state === 'approved',
    steps: await stepsOf(tx, id),
    before: before && contentOf(before),
  };
}

async function recordsOn(tx: Work, today: string) {
  const counts = await diligenceCounts(tx, today);
  const { suppliers, sites, countries, actions, incidents, remedies } = counts;
  const risks = { open: counts.risks.open, high: counts.risksByBand.high };
  return { suppliers, sites, countries, risks, actions, incidents, remedies };
}

function levels(kept: KeptStatement) {
  const { answers } = contentOf(kept);
  return statementAreas.map((guide) => ({ area: guide.code, level: levelOf(guide, answers) }));
}
