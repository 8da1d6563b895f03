import {
  agreementAt,
  flow,
  isFirm,
  standings,
  ScreeningStage,
  type Agreement,
  type Flow,
  type Reference,
  type SourceStanding,
  type Standing,
} from '@freehold/core/evidence';
import type { z } from 'zod';
import type { Batch, Card, Conflict, Flow as FlowBoxes, StageCounts } from './screening-shapes.ts';
import type { Desk, KeptBatch, KeptDecision } from './screening-store.ts';

type Shown<S extends z.ZodType> = z.infer<S>;
type Referred = { readonly source: string; readonly reference: Reference };

/** What may be known of a batch: decisions that are firm, and where each publication stands by them. [EV-21] */
export type View = {
  readonly firm: readonly KeptDecision[];
  readonly standings: readonly SourceStanding[];
};

export function viewOf(batch: Pick<KeptBatch, 'reasons'>, desk: Desk, now: Date): View {
  const firm = desk.decisions.filter(({ at }) => isFirm(at, now));
  return { firm, standings: standings(desk.sources, firm, desk.settled, batch.reasons) };
}

/** Where a publication stands at a stage; null where it is not asked about there. */
export function standingAt(standing: SourceStanding, stage: ScreeningStage): Standing | null {
  if (stage === 'title-abstract') return standing.titleAbstract;
  return standing.titleAbstract === 'included' ? standing.fullText : null;
}

/** A batch as it leaves the house, for one asker. */
export function shownBatch(
  batch: KeptBatch,
  desk: Desk,
  { now, person }: { readonly now: Date; readonly person: string },
): Shown<typeof Batch> {
  const { standings: found } = viewOf(batch, desk, now);
  const asked = batch.screeners.some((each) => each.person === person);
  const { screeners, reasons, lookFor, lookOut, madeAt, ...rest } = batch;
  return {
    ...rest,
    screeners: [...screeners],
    ...{ reasons: [...reasons], lookFor: [...lookFor], lookOut: [...lookOut] },
    madeAt: madeAt.toISOString(),
    counts: byStage((stage) => countsAt(found, stage)),
    mine: asked ? byStage((stage) => leftFor(person, { desk, found, stage })) : null,
  };
}

/** Kappa of the two people by stage, over what both may know. */
export function agreementOf(
  batch: KeptBatch,
  firm: readonly KeptDecision[],
): Readonly<Record<ScreeningStage, Agreement>> {
  const [first, second] = batch.screeners;
  const pair = [first.person ?? '', second.person ?? ''] as const;
  return byStage((stage) => agreementAt(stage, firm, pair));
}

/** The flow of one batch: its publications, and the records that were duplicates of them. */
export function flowOf(
  found: readonly SourceStanding[],
  duplicate: number,
): Shown<typeof FlowBoxes> {
  return shownFlow(flow({ new: found.length, duplicate, rejected: 0 }, found));
}

export function shownFlow(found: Flow): Shown<typeof FlowBoxes> {
  return { ...found, reasons: [...found.reasons] };
}

/** What a person is asked to decide at a stage: their own decisions are in it, the other one's are not. */
export function cardsOf(
  batch: KeptBatch,
  desk: Desk,
  {
    references,
    stage,
    person,
    now,
  }: {
    readonly references: readonly Referred[];
    readonly stage: ScreeningStage;
    readonly person: string;
    readonly now: Date;
  },
): readonly Shown<typeof Card>[] {
  const { standings: found } = viewOf(batch, desk, now);
  const at = new Map(found.map((each) => [each.source, standingAt(each, stage)]));
  const own = new Map(
    desk.decisions
      .filter((each) => each.stage === stage && each.person === person)
      .map((each) => [each.source, each]),
  );
  return references.flatMap(({ source, reference }) => {
    const standing = at.get(source) ?? null;
    if (standing === null) return [];
    const mine = own.get(source);
    return [
      {
        ...lineOf({ source, reference }),
        ...textOf(reference),
        keywords: [...reference.keywords],
        ...{ decision: mine?.decision ?? null, reason: mine?.reason ?? '' },
        typedAt: mine?.typedAt.toISOString() ?? null,
        open: standing === 'waiting' || standing === 'half',
      },
    ];
  });
}

/** Where two differ, or were unsure, at either stage; settled ones too, so that it can be taken back. */
export function conflictsOf(
  batch: KeptBatch,
  desk: Desk,
  { references, now }: { readonly references: readonly Referred[]; readonly now: Date },
): readonly Shown<typeof Conflict>[] {
  const { firm, standings: found } = viewOf(batch, desk, now);
  const named = new Map(batch.screeners.map(({ person, name }) => [person, name]));
  const of = new Map(references.map((each) => [each.source, each.reference]));
  return ScreeningStage.options.flatMap((stage) =>
    found.flatMap((standing) => {
      const { source } = standing;
      const reference = of.get(source);
      const over = desk.settled.find((each) => each.source === source && each.stage === stage);
      const open = standingAt(standing, stage) === 'conflict';
      if (reference === undefined || (!open && over === undefined)) return [];
      return [
        {
          ...{ ...lineOf({ source, reference }), ...textOf(reference), stage },
          decisions: firm
            .filter((each) => each.source === source && each.stage === stage)
            .map(({ person, decision, reason }) => ({
              ...{ name: named.get(person) ?? '', decision, reason },
            })),
          settled:
            over === undefined
              ? null
              : {
                  ...{ decision: over.decision, reason: over.reason, note: over.note },
                  ...{ byName: over.byName, at: over.at.toISOString() },
                },
        },
      ];
    }),
  );
}

export function lineOf({ source, reference }: Referred) {
  const { title, authors, year, container } = reference;
  return { source, title, authors: authors.join('; '), year, container };
}

function textOf({ abstract, doi, url }: Reference) {
  return { abstract, doi, url };
}

function byStage<T>(of: (stage: ScreeningStage) => T): Record<ScreeningStage, T> {
  return { 'title-abstract': of('title-abstract'), 'full-text': of('full-text') };
}

function countsAt(
  found: readonly SourceStanding[],
  stage: ScreeningStage,
): Shown<typeof StageCounts> {
  const at = found.map((each) => standingAt(each, stage)).filter((each) => each !== null);
  const of = (standing: Standing) => at.filter((each) => each === standing).length;
  return {
    ...{ asked: at.length, waiting: of('waiting'), half: of('half'), conflict: of('conflict') },
    ...{ included: of('included'), excluded: of('excluded') },
  };
}

/** How many a person has yet to decide. */
function leftFor(
  person: string,
  at: {
    readonly desk: Desk;
    readonly found: readonly SourceStanding[];
    readonly stage: ScreeningStage;
  },
): number {
  const own = new Set(
    at.desk.decisions
      .filter((each) => each.stage === at.stage && each.person === person)
      .map(({ source }) => source),
  );
  return at.found.filter((each) => standingAt(each, at.stage) !== null && !own.has(each.source))
    .length;
}
