import { emptyFacts, type StatementFacts } from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import { addStatement, changeHead, type By } from '../diligence/statement-store.ts';
import type { Calendar } from './calendar.ts';
import type { ExampleStatement } from './recovery.ts';
import type { Setting } from './review.ts';

/** Writes the made-up council's statements: an approved one, and the next, which is a draft. */
export async function addStatements(
  tx: Work,
  { partnership, calendar, content }: Setting,
  { statements, year }: { readonly statements: readonly ExampleStatement[]; readonly year: number },
): Promise<void> {
  const name = content.story.coordinator;
  for (const each of statements) {
    const by: By = { partnership, name, now: calendar.at(-25 - each.years * 365) };
    const yearEnd = `${year - each.years}-03-31`;
    const id = await addStatement(tx, by, { organisation: each.organisation, yearEnd });
    if (id !== null) await fill(tx, by, id, each, calendar);
  }
}

async function fill(tx: Work, by: By, id: string, each: ExampleStatement, calendar: Calendar) {
  const own = { partnership_id: by.partnership, statement_id: id };
  const changed = { changed_by_name: by.name, changed_at: by.now };
  const texts = Object.entries(each.texts).map(([area, written]) => ({ area, written }));
  await tx
    .insertInto('statement_text')
    .values(texts.map((text) => ({ ...own, ...text, ...changed })))
    .execute();
  await tx
    .insertInto('statement_text_version')
    .values(texts.map((text) => ({ ...own, ...text, version: 1, by_name: by.name, at: by.now })))
    .execute();
  const answers = (['yes', 'no'] as const).flatMap((answer) =>
    each[answer].map((item) => ({ ...own, item, answer, ...changed })),
  );
  await tx.insertInto('statement_answer').values(answers).execute();
  await changeHead(tx, by, id, { version: 1, facts: factsOf(each, calendar), state: each.state });
  const steps = each.steps.map(({ area, what, ownerRole, dueDay, done }) => ({
    ...{ ...own, area, what, owner_role: ownerRole, due_on: calendar.on(dueDay) },
    ...{ done_on: done ? calendar.on(dueDay) : null, made_at: by.now },
  }));
  if (steps.length > 0) await tx.insertInto('statement_step').values(steps).execute();
}

/** A council: whether the law asks it is not ours to say, so its first condition stays open. */
function factsOf({ approval }: ExampleStatement, { on }: Calendar): StatementFacts {
  const day = (days: number | null) => (days === null ? null : on(days));
  const { approvedDay, signedDay, publishedDay, ...rest } = approval;
  return {
    scope: { ...emptyFacts.scope, kind: 'public-body', turnover: 190_000_000, inUk: true },
    approval: {
      ...rest,
      ...{ approvedOn: day(approvedDay), signedOn: day(signedDay) },
      publishedOn: day(publishedDay),
    },
  };
}
