import { z } from 'zod';
import { CrisisType, Phase } from './crisis.ts';
import shipped from './library.json' with { type: 'json' };

/** Is it in a source that was read (CONFIRMED), only heard of (UNVERIFIED), or our own design (PROPOSED)? [CR-3] */
export const PracticeStatus = z.enum(['CONFIRMED', 'UNVERIFIED', 'PROPOSED']);
export type PracticeStatus = z.infer<typeof PracticeStatus>;

/** Who does it: IOM's four, and a partnership like this one, which is ours to add. */
export const Actor = z.enum(['state', 'humanitarian', 'un', 'donor', 'partnership']);
export type Actor = z.infer<typeof Actor>;

const Words = z.string().min(1);
const Backed = { status: PracticeStatus, sources: z.array(Words) };

/** `read` says how much of it was read. */
export const PracticeSource = z.strictObject({
  tag: Words,
  citation: Words,
  url: z.url(),
  read: Words,
});
export type PracticeSource = z.infer<typeof PracticeSource>;

/** `usualHours` is a proposal for how soon after the activation it is due. */
export const Practice = z.strictObject({
  ...{ code: Words, title: Words, says: Words, ...Backed },
  types: z.array(CrisisType).min(1),
  phases: z.array(Phase).min(1),
  actors: z.array(Actor).min(1),
  usualHours: z.int().positive().nullable(),
});
export type Practice = z.infer<typeof Practice>;

export const HarmCheck = z.strictObject({ code: Words, title: Words, ...Backed });
export type HarmCheck = z.infer<typeof HarmCheck>;

const Library = z.strictObject({
  format: z.literal('freehold-crisis-library/1'),
  version: z.int().positive(),
  says: Words,
  sources: z.array(PracticeSource),
  practices: z.array(Practice),
  checks: z.array(HarmCheck),
});

/** The practices and do-no-harm checks that Freehold ships. [CR-3] [CR-4] */
export const crisisLibrary = Library.parse(shipped);

/** What to look for; null asks for everything. */
export type PracticeFilter = {
  readonly type: CrisisType | null;
  readonly phase: Phase | null;
  readonly actor: Actor | null;
};

/** The practices for a type, a phase and an actor: what a source confirms first, our own proposals last. */
export function practicesFor(
  { type, phase, actor }: PracticeFilter,
  practices: readonly Practice[] = crisisLibrary.practices,
): readonly Practice[] {
  const order = PracticeStatus.options;
  return practices
    .filter(
      (each) =>
        (type === null || each.types.includes(type)) &&
        (phase === null || each.phases.includes(phase)) &&
        (actor === null || each.actors.includes(actor)),
    )
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

export function practiceOf(code: string): Practice | null {
  return crisisLibrary.practices.find((each) => each.code === code) ?? null;
}

/** The sources of a practice or check, in the order it names them. */
export function sourcesOf({ sources }: Pick<Practice, 'sources'>): readonly PracticeSource[] {
  return sources.flatMap((tag) => crisisLibrary.sources.find((each) => each.tag === tag) ?? []);
}
