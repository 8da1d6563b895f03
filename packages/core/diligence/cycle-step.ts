import { z } from 'zod';
import { Currency } from './supplier.ts';

/** A step of the OECD's due-diligence cycle, 1 to 6. */
export const OecdStep = z.int().min(1).max(6);

/** A stage of ETI's framework of human rights due diligence. */
export const EtiStage = z.enum(['investigate', 'mitigate', 'remedy', 'monitor']);
export type EtiStage = z.infer<typeof EtiStage>;

/** The six steps with the stage that is proposed for each. Which stage goes with which step is PROPOSED. [DD-11] */
export const oecdSteps: readonly {
  readonly step: number;
  readonly title: string;
  readonly stage: EtiStage;
}[] = [
  { step: 1, title: 'Embed in policy and management systems', stage: 'investigate' },
  { step: 2, title: 'Identify and assess harm, actual and potential', stage: 'investigate' },
  { step: 3, title: 'Cease, prevent and mitigate', stage: 'mitigate' },
  { step: 4, title: 'Track', stage: 'monitor' },
  { step: 5, title: 'Communicate', stage: 'monitor' },
  { step: 6, title: 'Provide for remedy, or help with it', stage: 'remedy' },
];

export const etiStageWords: Readonly<Record<EtiStage, string>> = {
  investigate: 'Investigation and analysis',
  mitigate: 'Choosing how to mitigate',
  remedy: 'Remedy for affected workers',
  monitor: 'Monitoring, review and reporting',
};

const words = (most: number) => z.string().trim().max(most);
export const ActionStatus = z.enum(['planned', 'under-way', 'done', 'stopped']);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** What is done about a risk or an incident. `engaged` says who was asked and what changed because of it. */
export const DiligenceActionFields = z.strictObject({
  title: words(300).min(1),
  step: OecdStep,
  stage: EtiStage,
  leverage: words(1000),
  ownerOrganisation: words(200),
  ownerRole: words(200),
  dueOn: z.iso.date().nullable(),
  cost: z.number().min(0).max(1e12).nullable(),
  currency: Currency,
  engaged: words(2000),
  indicator: words(500),
  indicatorAim: words(500),
  result: words(2000),
  status: ActionStatus,
});
export type DiligenceActionFields = z.infer<typeof DiligenceActionFields>;

/** Whether an action is late on a day: due before it, and neither done nor stopped. */
export function isLate(
  { dueOn, status }: Pick<DiligenceActionFields, 'dueOn' | 'status'>,
  today: string,
): boolean {
  return dueOn !== null && dueOn < today && (status === 'planned' || status === 'under-way');
}
