import type { Role } from '@freehold/core/access';
import {
  actionPlan,
  AnnualPart,
  annualPeriod,
  annualReport,
  closeOutReport,
  fundingCase,
  standingDecisions,
  type ReportedRound,
} from '@freehold/core/cycle';
import type { Document } from '@freehold/core/document';
import { actionsOf, targetsOf } from '../action/index.ts';
import { carriesOf, placeOfRound, roundsOf, stepsOf } from '../cycle/store.ts';
import type { Work } from '../database/within.ts';
import { decisionsOf } from '../decision/index.ts';
import { partsOf } from '../document/parts.ts';
import { risksOf } from '../risk/index.ts';
import { survivorInputOf } from '../survivor-input/index.ts';
import { reportedGaps, reportedTarget, settingOf } from './records.ts';

/** Who asks for which place, and on which day. */
export type Asked = {
  readonly partnership: string;
  readonly place: string;
  readonly role: Role;
  readonly today: string;
};

/** The action plan of a place; like all below null where there is no such place for the asker. */
export async function actionPlanOf(tx: Work, asked: Asked): Promise<Document | null> {
  const setting = await settingOf(tx, asked, asked.today);
  if (setting === null) return null;
  return actionPlan({
    ...setting,
    actions: await actionsOf(tx, asked.place),
    gaps: await reportedGaps(tx, asked.place),
    targets: await targets(tx, asked),
  });
}

export async function fundingCaseOf(tx: Work, asked: Asked): Promise<Document | null> {
  const setting = await settingOf(tx, asked, asked.today);
  if (setting === null) return null;
  const gaps = await reportedGaps(tx, asked.place);
  return fundingCase({
    ...setting,
    gaps: gaps.filter(({ status }) => status === 'kept'),
    actions: await actionsOf(tx, asked.place),
  });
}

export async function annualReportOf(
  tx: Work,
  asked: Asked,
  year: number,
): Promise<Document | null> {
  const { place, today } = asked;
  const setting = await settingOf(tx, asked, today);
  if (setting === null) return null;
  const parts = await partsOf(tx, { place, document: 'annual-report', edition: String(year) });
  return annualReport({
    ...setting,
    ...annualPeriod(year),
    written: Object.fromEntries(
      parts.map(({ part, written }) => [AnnualPart.parse(part), written]),
    ),
    organisations: await organisations(tx),
    actions: await actionsOf(tx, place),
    gaps: await reportedGaps(tx, place),
    targets: await targets(tx, asked),
    risks: await risksOf(tx, place),
    decisions: await standing(tx, place),
    inputs: await survivorInputOf(tx, place),
  });
}

/** The close-out of a round; null where there is no such round for the asker. */
export async function closeOutOf(
  tx: Work,
  asked: Omit<Asked, 'place'>,
  round: string,
): Promise<Document | null> {
  const place = (await placeOfRound(tx, round))?.id;
  const found =
    place === undefined ? undefined : (await roundsOf(tx, place)).find(({ id }) => id === round);
  if (place === undefined || found === undefined) return null;
  const setting = await settingOf(tx, { ...asked, place }, asked.today);
  if (setting === null) return null;
  const { number } = found;
  return closeOutReport({
    ...setting,
    round: { ...found, ...(await closing(tx, round, found.stages)) },
    actions: (await actionsOf(tx, place)).filter((action) => action.round === round),
    decisions: (await standing(tx, place)).filter((each) => each.round === number),
    inputs: (await survivorInputOf(tx, place)).filter((each) => each.round === number),
    gaps: await reportedGaps(tx, place),
    targets: await targets(tx, { ...asked, place }),
  });
}

/** How each stage ended and what became of what was open. */
async function closing(
  tx: Work,
  round: string,
  stages: readonly Pick<ReportedRound['stages'][number], 'stage' | 'state'>[],
): Promise<Pick<ReportedRound, 'stages' | 'carried'>> {
  const steps = await stepsOf(tx, round);
  return {
    stages: stages.map(({ stage, state }) => {
      const last = steps.findLast((step) => step.stage === stage && step.to === 'closed');
      const closed = state === 'closed' ? last : undefined;
      const left = closed === undefined ? [] : [closed.note, ...closed.left];
      return {
        ...{ stage, state, closedOn: closed?.at.slice(0, 10) ?? null, byName: closed?.by ?? '' },
        note: left.filter((part) => part !== '').join('; '),
      };
    }),
    carried: await carriesOf(tx, round),
  };
}

async function standing(tx: Work, place: string) {
  return standingDecisions(await decisionsOf(tx, place)).map(({ now }) => now);
}

async function targets(tx: Work, { place, role, today }: Asked) {
  const found = await targetsOf(tx, place, { role, today });
  return found.map((target) => reportedTarget(target, today));
}

async function organisations(tx: Work): Promise<readonly string[]> {
  const rows = await tx.selectFrom('organisation').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
