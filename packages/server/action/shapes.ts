import { z } from '@hono/zod-openapi';
import { ActionKind, ActionStatus, Rag } from '@freehold/core/action';
import { FourP, Pathway, Stage } from '@freehold/core/framework';
import { Id } from '@freehold/core/id';
import { plain } from '../http/plain.ts';

const text = (most: number) => z.string().trim().max(most);
const ids = z.array(Id).max(100).overwrite(once);
const codes = z.array(text(40).min(1)).max(100).overwrite(once);

/** What a person writes of an action. '' and null where nothing is said; `round` is a round of the place's cycle. */
const fields = {
  round: Id.nullable(),
  title: text(300).min(1),
  objective: text(2000),
  method: text(4000),
  ownerOrganisation: text(200),
  ownerRole: text(200),
  ownerMailbox: z.union([z.literal(''), z.email().max(320).toLowerCase()]),
  ownerMember: Id.nullable(),
  remind: z.boolean(),
  doers: text(1000),
  resources: text(1000),
  resourceSource: text(500),
  startsOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  status: ActionStatus,
  blocked: text(1000),
  evidence: text(2000),
  kind: ActionKind,
  stage: Stage.nullable(),
  pathway: Pathway.nullable(),
  fourP: FourP.nullable(),
  gaps: ids,
  assets: ids,
  topics: codes,
  indicators: codes,
  interventions: codes,
  cost: z.number().min(0).max(1e12).nullable(),
  currency: z.string().trim().toUpperCase().length(3),
};

const whole = z.strictObject(fields);
export type ActionFields = Readonly<z.infer<typeof whole>>;

export const NewAction = plain(whole).openapi('NewAction');

/** `version` is the one that the change was made on. Only fields that were changed are sent. */
export const ActionChange = plain(
  whole
    .extend({ removed: z.boolean() })
    .partial()
    .extend({ version: z.int().min(1) }),
).openapi('ActionChange');

export const RagDecision = plain(
  z.strictObject({ version: z.int().min(1), rag: Rag.nullable(), reason: text(1000) }),
).openapi('RagDecision');

export const NewNote = plain(z.strictObject({ text: text(4000).min(1) })).openapi('NewNote');

export const Note = z
  .object({ id: z.string(), text: z.string(), byName: z.string(), at: z.iso.datetime() })
  .openapi('ActionNote');

export const RagReasonShown = z.object({ code: z.string(), days: z.number().optional() });

/**
 * An action as it is shown. `rag.proposed` is what the rule says today, `because` its reasons; `decided` what a person
 * said, null where nobody did. `lookAgain`: the rule's answer has become worse since. `owner.mailbox` is null to who
 * may not edit. `progress.last` is the newest note.
 */
export const Action = z
  .object({
    id: z.string(),
    place: z.string(),
    ...fields,
    roundNumber: z.number().nullable(),
    owner: z.object({
      organisation: z.string(),
      role: z.string(),
      mailbox: z.string().nullable(),
      member: z.string().nullable(),
      memberName: z.string().nullable(),
    }),
    ownerMailbox: z.string().nullable(),
    endedOn: z.iso.date().nullable(),
    overdue: z.boolean(),
    rag: z.object({
      stands: Rag.nullable(),
      proposed: Rag.nullable(),
      because: z.array(RagReasonShown),
      decided: Rag.nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.iso.datetime().nullable(),
      lookAgain: z.boolean(),
    }),
    progress: z.object({
      n: z.number(),
      last: Note.omit({ id: true }).nullable(),
    }),
    removed: z.boolean(),
    version: z.number(),
    madeAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .omit({ ownerOrganisation: true, ownerRole: true, ownerMailbox: true, ownerMember: true })
  .openapi('Action');
export type Action = z.infer<typeof Action>;

function once<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
