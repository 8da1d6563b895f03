import { z } from 'zod';
import {
  AnnualPart,
  Channel,
  Marking,
  PartState,
  PeopleBand,
  ProfilePart,
  reportYear,
  RiskStatus,
  RiskStep,
  Stage,
} from '@freehold/core/cycle';
import { GapKind } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { writePart, type Guided } from '../document/parts.ts';
import { draftDocument } from '../problem-profile/page.ts';
import { fill } from '../problem-profile/gathered.ts';
import { addIssue, keepDraft } from '../problem-profile/store.ts';
import record from './record.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Day = z.int().min(-1000).max(200);
const Words = z.string().min(1);
const Gaps = z.array(z.strictObject({ topic: Words, kind: GapKind }));

const OnRecord = z.strictObject({
  risks: z.array(
    z.strictObject({
      ...{ title: Words, description: Words, likelihood: RiskStep, impact: RiskStep },
      ...{ mitigation: Words, organisation: Words, role: Words, reviewDay: Day.nullable() },
      ...{ stage: Stage, status: RiskStatus, reason: z.string(), topics: z.array(Words) },
      ...{ gaps: Gaps, madeDay: Day },
    }),
  ),
  decisions: z.array(
    z.strictObject({
      ...{ key: Words, question: Words, reasons: Words, outcome: Words },
      options: z.array(z.strictObject({ option: Words, weighed: Words })),
      ...{ organisation: Words, role: Words, decidedDay: Day, reviewDay: Day, stage: Stage },
      ...{ gaps: Gaps, corrects: Words.nullable(), correction: z.string() },
    }),
  ),
  survivorInput: z.array(
    z.strictObject({
      ...{ channel: Channel, theme: Words, summary: Words, people: PeopleBand, stage: Stage },
      ...{ receivedDay: Day, changed: z.string() },
    }),
  ),
  profile: z.strictObject({
    ...{ title: Words, marking: Marking },
    issued: z.strictObject({ day: Day, note: Words }),
    parts: z.array(z.strictObject({ part: ProfilePart, state: PartState, written: z.string() })),
  }),
  annual: z.array(z.strictObject({ part: AnnualPart, written: Words })),
});

/**
 * Writes what the made-up partnership has on record: risks, decisions and one correction, what survivors said, a
 * problem profile with one version issued and the next under way, and the beginning of an annual report.
 *
 * Everything else of the place must be there: the profile fills itself in from it.
 */
export async function addRecord(tx: Work, setting: Setting): Promise<void> {
  const found = OnRecord.parse(record);
  const at = await linksOf(tx, setting);
  await addRisks(tx, setting, found.risks, at);
  await addDecisions(tx, setting, found.decisions, at);
  await addInput(tx, setting, found.survivorInput, at);
  await addProfile(tx, setting, found.profile);
  await addAnnual(tx, setting, found.annual);
}

type Found = z.infer<typeof OnRecord>;
type Links = {
  readonly gaps: (named: z.infer<typeof Gaps>) => string;
  /** The round that a day falls in. */
  readonly round: (day: number) => string | null;
};

async function linksOf(tx: Work, { place, calendar }: Setting): Promise<Links> {
  const gaps = await tx
    .selectFrom('gap')
    .where('place_id', '=', place)
    .where('status', '=', 'kept')
    .select(['id', 'topic', 'kind'])
    .execute();
  const rounds = await tx
    .selectFrom('cycle_round')
    .where('place_id', '=', place)
    .select(['id', 'started_on', 'ended_on'])
    .execute();
  return {
    gaps: (named) =>
      JSON.stringify(
        named.flatMap(({ topic, kind }) =>
          gaps.filter((gap) => gap.topic === topic && gap.kind === kind).map(({ id }) => id),
        ),
      ),
    round: (day) => {
      const on = calendar.on(day);
      const holds = rounds.find(
        ({ started_on, ended_on }) => started_on <= on && (ended_on === null || on <= ended_on),
      );
      return holds?.id ?? null;
    },
  };
}

function about({ partnership, place }: Setting) {
  return { partnership_id: partnership, place_id: place };
}

async function addRisks(tx: Work, setting: Setting, risks: Found['risks'], links: Links) {
  const { calendar } = setting;
  const rows = risks.map(({ organisation, role, reviewDay, madeDay, topics, gaps, ...risk }) => ({
    ...about(setting),
    ...risk,
    round_id: links.round(risk.status === 'closed' ? madeDay : 0),
    ...{ owner_organisation: organisation, owner_role: role },
    review_on: reviewDay === null ? null : calendar.on(reviewDay),
    ...{ topics: JSON.stringify(topics), gaps: links.gaps(gaps) },
    ...{ made_at: calendar.at(madeDay), changed_at: calendar.at(madeDay) },
  }));
  await tx.insertInto('risk').values(rows).execute();
}

async function addDecisions(
  tx: Work,
  setting: Setting,
  decisions: Found['decisions'],
  links: Links,
) {
  const { calendar, content } = setting;
  const row = (each: Found['decisions'][number], corrects: string | null) => ({
    ...about(setting),
    ...{ question: each.question, reasons: each.reasons, outcome: each.outcome },
    ...{ stage: each.stage, corrects, correction: each.correction },
    options: JSON.stringify(each.options),
    ...{ taken_by_organisation: each.organisation, taken_by_role: each.role },
    ...{ decided_on: calendar.on(each.decidedDay), review_on: calendar.on(each.reviewDay) },
    ...{ gaps: links.gaps(each.gaps), round_id: links.round(each.decidedDay) },
    by_name: content.story.coordinator,
    made_at: calendar.at(each.decidedDay + (corrects === null ? 1 : 9)),
  });
  const first = decisions.filter(({ corrects }) => corrects === null);
  const kept = await tx
    .insertInto('decision')
    .values(first.map((each) => row(each, null)))
    .returning(['id', 'question'])
    .execute();
  const idOf = (key: string | null) => {
    const question = first.find((each) => each.key === key)?.question;
    return kept.find((each) => each.question === question)?.id ?? null;
  };
  const corrections = decisions.filter(({ corrects }) => corrects !== null);
  await tx
    .insertInto('decision')
    .values(corrections.map((each) => row(each, idOf(each.corrects))))
    .execute();
}

async function addInput(tx: Work, setting: Setting, inputs: Found['survivorInput'], links: Links) {
  const { calendar } = setting;
  const rows = inputs.map(({ receivedDay, ...input }) => ({
    ...about(setting),
    ...input,
    round_id: links.round(receivedDay),
    received_on: calendar.on(receivedDay),
    ...{ made_at: calendar.at(receivedDay), changed_at: calendar.at(receivedDay) },
  }));
  await tx.insertInto('survivor_input').values(rows).execute();
}

async function addProfile(tx: Work, setting: Setting, profile: Found['profile']) {
  const { partnership, person, place, calendar, content } = setting;
  const { title, marking, issued } = profile;
  const at = { partnership, place };
  const name = content.story.coordinator;
  const on = calendar.at(issued.day);
  const guided: Guided = { ...at, document: 'problem-profile', edition: '' };
  await keepDraft(tx, at, { title, marking });
  await fill(tx, at, { marking, parts: ProfilePart.options, now: on });
  await writeAll(tx, guided, profile.parts, { name, on });
  const issue = { number: 1, byName: name, on: calendar.on(issued.day) };
  const document = await draftDocument(tx, at, calendar.on(issued.day), issue);
  if (document === null) throw new RangeError('the problem profile is not there');
  const note = issued.note;
  await addIssue(tx, { ...at, person, name }, { number: 1, document, note, at: on });
}

async function addAnnual(tx: Work, setting: Setting, annual: Found['annual']) {
  const { partnership, place, calendar, content } = setting;
  const edition = String(reportYear(calendar.on(0)));
  const guided: Guided = { partnership, place, document: 'annual-report', edition };
  const parts = annual.map((each) => ({ ...each, state: 'open' as const }));
  const on = calendar.at(0);
  await writeAll(tx, guided, parts, { name: content.story.coordinator, on });
}

async function writeAll(
  tx: Work,
  guided: Guided,
  parts: readonly { readonly part: string; readonly state: PartState; readonly written: string }[],
  { name, on }: { readonly name: string; readonly on: Date },
) {
  for (const part of parts)
    await writePart(tx, guided, { ...part, version: 0, changedBy: name, changedAt: on });
}
