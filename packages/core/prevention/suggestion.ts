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

/** What the register knows of a type: its best claim, where studies of it come from, and what claims speak to. */
export type Known = {
  readonly confidence: Sureness;
  readonly claim: string;
  readonly contexts: readonly string[];
  readonly topics: readonly string[];
};

/** A type that could meet a gap, with its reasons and what is not known: never a score alone. */
export type Suggestion = {
  readonly type: string;
  /** Why it could meet the gap: the list names the topic, a claim speaks to it, or a pathway is shared. */
  readonly because: readonly Because[];
  readonly sharedPathways: readonly MechanismCode[];
  readonly confidence: Sureness;
  readonly claim: string | null;
  /** Studies come from a context like this one; null where no context is known. */
  readonly fitsContext: boolean | null;
  /** The partnership does it already. */
  readonly doneHere: boolean;
  readonly unknown: readonly Unknown[];
};
export type Because = 'list-names-topic' | 'claim-on-topic' | 'shared-pathway';
export type Unknown =
  | 'no-claim'
  | 'no-context'
  | 'other-context'
  | 'own-context-unknown'
  | 'proposed-name'
  | 'topic-only-listed';

/**
 * Types that address a gap's topic or share a pathway with it, the surest first, then those tried in a like context,
 * then those of which a claim speaks to the topic, then those with more pathways in common, then by label. Without a
 * context of one's own ('') nothing is said of fit. [PV-8]
 */
export function suggestions(
  gap: OpenGap,
  types: readonly InterventionType[],
  known: ReadonlyMap<string, Known>,
  here: { readonly context: string; readonly doing: ReadonlySet<string> },
): readonly Suggestion[] {
  const byLabel = types.toSorted((a, b) => a.label.localeCompare(b.label));
  return byLabel
    .map((type) => suggestion(gap, type, known.get(type.code), here))
    .filter(({ because }) => because.length > 0)
    .toSorted(
      (a, b) =>
        sureness.indexOf(b.confidence) - sureness.indexOf(a.confidence) ||
        Number(b.fitsContext === true) - Number(a.fitsContext === true) ||
        Number(b.because.includes('claim-on-topic')) -
          Number(a.because.includes('claim-on-topic')) ||
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
  const fitsContext = contexts.length === 0 || context === '' ? null : contexts.includes(context);
  const sharedPathways = type.pathways.filter((each) => gap.pathways.includes(each));
  const listed = type.topics.includes(gap.topic);
  const claimed = known?.topics.includes(gap.topic) === true;
  const because: readonly (Because | null)[] = [
    listed ? 'list-names-topic' : null,
    claimed ? 'claim-on-topic' : null,
    sharedPathways.length > 0 ? 'shared-pathway' : null,
  ];
  const unknown: readonly (Unknown | null)[] = [
    known === undefined ? 'no-claim' : null,
    known !== undefined && contexts.length === 0 ? 'no-context' : null,
    contexts.length > 0 && context === '' ? 'own-context-unknown' : null,
    fitsContext === false ? 'other-context' : null,
    type.status === 'PROPOSED' ? 'proposed-name' : null,
    listed && !claimed ? 'topic-only-listed' : null,
  ];
  return {
    type: type.code,
    because: because.filter((each) => each !== null),
    sharedPathways,
    confidence: known?.confidence ?? 'untested',
    claim: known?.claim ?? null,
    fitsContext,
    doneHere: doing.has(type.code),
    unknown: unknown.filter((each) => each !== null),
  };
}
