import { z } from 'zod';
import {
  kappa,
  standing,
  type Agreement,
  type Decision,
  type Flow,
  type Screened,
  type ScreeningStage,
  type Settled,
  type Standing,
} from './screening.ts';

/** Why a publication is left out; its place on the list is its key on the keyboard, so there are nine at most. */
export const ScreeningReason = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  text: z.string().trim().min(1).max(200),
});
export type ScreeningReason = z.infer<typeof ScreeningReason>;
export const ScreeningReasons = z
  .array(ScreeningReason)
  .min(1)
  .max(9)
  .refine((list) => new Set(list.map(({ code }) => code)).size === list.length, 'repeated-code');

/** Reasons that a batch begins with, from the narrowest question to the widest. Ours; each batch may have others. */
export const usualReasons: readonly ScreeningReason[] = [
  { code: 'topic', text: 'Not about modern slavery or exploitation' },
  { code: 'population', text: 'Not about the people we ask about' },
  { code: 'intervention', text: 'Nothing that anybody did about it' },
  { code: 'outcome', text: 'No outcome is reported' },
  { code: 'design', text: 'No study: opinion, news or plan' },
  { code: 'setting', text: 'Another setting than ours' },
  { code: 'language', text: 'In a language that we cannot read' },
  { code: 'no-text', text: 'The full text cannot be had' },
  { code: 'other', text: 'Another reason' },
];

/** Long enough to take back a slip of the finger, short enough that nobody waits for it. */
export const firmAfterSeconds = 15;

/**
 * True once a decision is old enough for others to learn of it. Until then only its own person knows it, and may take
 * it back; so nobody changes what they said after they could know what the other said. [EV-21]
 */
export function isFirm(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() >= firmAfterSeconds * 1000;
}

/** Where one publication of a batch stands; `reason` is why it was left out at full text, '' where it was not. */
export type SourceStanding = {
  readonly source: string;
  readonly titleAbstract: Standing;
  readonly fullText: Standing;
  readonly reason: string;
};

/**
 * Where each publication of a batch stands at both stages. The full text is waited for until title and abstract are
 * included, whatever is kept of it. Where two left it out for different reasons, the earlier on the list counts.
 * [EV-10] [EV-12]
 */
export function standings(
  sources: readonly string[],
  decisions: readonly Screened[],
  settled: readonly Settled[],
  reasons: readonly Pick<ScreeningReason, 'code'>[],
): readonly SourceStanding[] {
  const decided = grouped(decisions);
  const judged = grouped(settled);
  return sources.map((source) => {
    const at = (stage: ScreeningStage) => {
      const said = decided.get(keyOf({ source, stage })) ?? [];
      const over = judged.get(keyOf({ source, stage }))?.[0] ?? null;
      return { standing: standing(said, over), given: over === null ? said : [over] };
    };
    const titleAbstract = at('title-abstract').standing;
    const full = titleAbstract === 'included' ? at('full-text') : null;
    return {
      ...{ source, titleAbstract, fullText: full?.standing ?? 'waiting' },
      reason: full?.standing === 'excluded' ? earliest(full.given, reasons) : '',
    };
  });
}

/** How far the two people of a batch agree at a stage, over what both have decided. [EV-11] */
export function agreementAt(
  stage: ScreeningStage,
  decisions: readonly Screened[],
  [first, second]: readonly [string, string],
): Agreement {
  const here = decisions.filter((each) => each.stage === stage);
  const others = new Map(
    here.filter(({ person }) => person === second).map((each) => [each.source, each.decision]),
  );
  return kappa(
    here.flatMap(({ source, person, decision }): readonly (readonly [Decision, Decision])[] => {
      const other = others.get(source);
      return person === first && other !== undefined ? [[decision, other]] : [];
    }),
  );
}

/** What a search protocol says of its records, out of a flow. Exclusions at title and abstract stand as one line. */
export function protocolCounts(
  { identified, duplicates, screened, excluded, reasons, included }: Flow,
  words: { readonly titleAbstract: string; readonly of: (reason: string) => string },
) {
  return {
    ...{ identified, duplicates, screened, included },
    excluded: [
      { reason: words.titleAbstract, n: excluded },
      ...reasons.map(({ reason, n }) => ({ reason: words.of(reason), n })),
    ].filter(({ n }) => n > 0),
  };
}

/** A piece of a text, and whether it is one of the words that speak for or against a publication. */
export type Piece = { readonly text: string; readonly speaks: 'for' | 'against' | null };

/**
 * Cuts a text at the words to look for: each marks a word that begins with it, whatever its case. Where a word is on
 * both lists it speaks against. The pieces joined are the text.
 */
export function marked(
  text: string,
  words: { readonly for: readonly string[]; readonly against: readonly string[] },
): readonly Piece[] {
  const speaks = new Map<string, 'for' | 'against'>([
    ...words.for.map((word) => [word.toLowerCase(), 'for'] as const),
    ...words.against.map((word) => [word.toLowerCase(), 'against'] as const),
  ]);
  const longest = [...speaks.keys()].filter((word) => word !== '').toSorted(byLength);
  if (longest.length === 0) return text === '' ? [] : [{ text, speaks: null }];
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.map(literal).join('|')})`, 'giu');
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(found)) {
    pieces.push({ text: text.slice(from, match.index), speaks: null });
    pieces.push({ text: match[0], speaks: speaks.get(match[0].toLowerCase()) ?? null });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(from), speaks: null }].filter((each) => each.text !== '');
}

function earliest(
  given: readonly Pick<Screened, 'reason'>[],
  reasons: readonly Pick<ScreeningReason, 'code'>[],
): string {
  const said = new Set(given.map(({ reason }) => reason));
  return reasons.find(({ code }) => said.has(code))?.code ?? given[0]?.reason ?? '';
}

function grouped<T extends Pick<Screened, 'source' | 'stage'>>(items: readonly T[]) {
  const groups = new Map<string, T[]>();
  for (const each of items) {
    const there = groups.get(keyOf(each));
    if (there === undefined) groups.set(keyOf(each), [each]);
    else there.push(each);
  }
  return groups;
}

function keyOf({ source, stage }: Pick<Screened, 'source' | 'stage'>): string {
  return `${stage} ${source}`;
}

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
