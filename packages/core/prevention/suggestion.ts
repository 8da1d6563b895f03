import type { InterventionType } from './intervention.ts';
import type { MechanismCode } from './pathway.ts';

/** How sure one may be of a claim, from least to most; the register's words. */
export const sureness = ['untested', 'very-low', 'low', 'moderate', 'high'] as const;
export type Sureness = (typeof sureness)[number];

/** A gap that asks for something to be done: which topic, and by which pathways such topics are met. */
export type OpenGap = {
  readonly id: string;
  readonly topic: string;
  readonly pathways: readonly MechanismCode[];
};

/** What the register knows of a type: its best claim, and where studies of it come from. */
export type Known = {
  readonly confidence: Sureness;
  readonly claim: string;
  readonly contexts: readonly string[];
};

/** A type that could meet a gap, with its reasons and what is not known: never a score alone. */
export type Suggestion = {
  readonly type: string;
  readonly sharedPathways: readonly MechanismCode[];
  readonly confidence: Sureness;
  readonly claim: string | null;
  /** Studies come from a context like this one; null where no context is known. */
  readonly fitsContext: boolean | null;
  /** The partnership does it already. */
  readonly doneHere: boolean;
  readonly unknown: readonly Unknown[];
};
export type Unknown = 'no-claim' | 'no-context' | 'other-context' | 'proposed-name';

/**
 * Types that share a pathway with a gap, the surest first, then those tried in a like context, then those with more
 * pathways in common, then by label. [PV-8]
 */
export function suggestions(
  gap: OpenGap,
  types: readonly InterventionType[],
  known: ReadonlyMap<string, Known>,
  here: { readonly context: string; readonly doing: ReadonlySet<string> },
): readonly Suggestion[] {
  const byLabel = types.toSorted((a, b) => a.label.localeCompare(b.label));
  return byLabel
    .filter(({ pathways }) => pathways.some((each) => gap.pathways.includes(each)))
    .map((type) => suggestion(gap, type, known.get(type.code), here))
    .toSorted(
      (a, b) =>
        sureness.indexOf(b.confidence) - sureness.indexOf(a.confidence) ||
        Number(b.fitsContext === true) - Number(a.fitsContext === true) ||
        b.sharedPathways.length - a.sharedPathways.length,
    );
}

function suggestion(
  gap: OpenGap,
  type: InterventionType,
  known: Known | undefined,
  { context, doing }: { readonly context: string; readonly doing: ReadonlySet<string> },
): Suggestion {
  const contexts = known?.contexts ?? [];
  const fitsContext = contexts.length === 0 ? null : contexts.includes(context);
  const unknown: readonly (Unknown | null)[] = [
    known === undefined ? 'no-claim' : null,
    known !== undefined && fitsContext === null ? 'no-context' : null,
    fitsContext === false ? 'other-context' : null,
    type.status === 'PROPOSED' ? 'proposed-name' : null,
  ];
  return {
    type: type.code,
    sharedPathways: type.pathways.filter((each) => gap.pathways.includes(each)),
    confidence: known?.confidence ?? 'untested',
    claim: known?.claim ?? null,
    fitsContext,
    doneHere: doing.has(type.code),
    unknown: unknown.filter((each) => each !== null),
  };
}
