import { mean } from '../numeric/index.ts';
import { agreedOf, densityOf, pairsOf, type Bounded, type Pair } from './pairs.ts';
import { hiddenAmong, type Hidden } from './protected.ts';
import {
  meanOf,
  trustParts,
  valueParts,
  type Part,
  type Relationship,
  type RelationshipWave,
} from './relationship.ts';

/** A mean from 1 to 4, with what the answers that are missing could make of it at the worst and at the best. */
export type Score = Bounded & {
  /** How many organisations it rests on. */
  readonly n: number;
  /** Why there is no value; null where there is one. */
  readonly hidden: Hidden | null;
};

/** Trust and value as a whole, and their six parts. */
export const measures = ['trust', ...trustParts, 'value', ...valueParts] as const;
export type Measure = (typeof measures)[number];

export type OrganisationScores = {
  readonly organisation: string;
  readonly answered: boolean;
  /** How many organisations it has a tie with by anybody's word, and how many it may have at the most. */
  readonly ties: { readonly known: number; readonly highest: number };
  /** The mean strength, 1 to 4, of the ties that others say they have with it; null where nobody does. */
  readonly intensity: { readonly n: number; readonly value: number | null };
  readonly scores: Readonly<Record<Measure, Score>>;
};

export type PartnerScores = {
  readonly asked: number;
  readonly answered: number;
  readonly responseRate: number | null;
  readonly density: Bounded;
  readonly agreed: { readonly n: number; readonly value: number | null };
  /** Over all that was said of anybody; `n` counts the organisations that said it. */
  readonly whole: Readonly<Record<Measure, Score>>;
  readonly organisations: readonly OrganisationScores[];
};

/**
 * Trust, value and intensity by the word of the others, for each organisation of the roster and for the whole, with
 * how many answered and what the missing answers could change. What one organisation thinks of another is never shown,
 * nor a mean of fewer than five organisations' answers. [PN-2] to [PN-7]
 *
 * Source: Varda and others, PARTNER: its dimensions and levels; bounds and hiding are ours.
 */
export function partnerScores(wave: RelationshipWave): PartnerScores {
  const { roster, asked, answered } = wave;
  const pairs = pairsOf(wave);
  const scored = everyMeasure((measure) => scoresOf(wave, measure));
  return {
    asked: asked.length,
    answered: answered.length,
    responseRate: asked.length === 0 ? null : answered.length / asked.length,
    density: densityOf(pairs),
    agreed: agreedOf(pairs),
    whole: everyMeasure((measure) => scored[measure].whole),
    organisations: roster.map((organisation) => ({
      organisation,
      answered: answered.includes(organisation),
      ties: tiesOf(organisation, pairs),
      intensity: intensityOf(organisation, wave.relationships),
      scores: everyMeasure((measure) => scored[measure].of.get(organisation) ?? none),
    })),
  };
}

const none: Score = { n: 0, value: null, lowest: null, highest: null, hidden: 'nobody' };

function everyMeasure<T>(make: (measure: Measure) => T): Readonly<Record<Measure, T>> {
  return {
    trust: make('trust'),
    reliability: make('reliability'),
    mission: make('mission'),
    openness: make('openness'),
    value: make('value'),
    influence: make('influence'),
    resources: make('resources'),
    involvement: make('involvement'),
  };
}

type Opinion = { readonly from: string; readonly to: string; readonly value: number };

function scoresOf(wave: RelationshipWave, measure: Measure) {
  const opinions = wave.relationships.flatMap((each) => opinionOf(each, measure));
  const silent = wave.asked.filter((organisation) => !wave.answered.includes(organisation));
  const said = wave.roster.map((of) => {
    const about = opinions.filter(({ to }) => to === of);
    const missing = silent.filter((organisation) => organisation !== of).length;
    return {
      of,
      raters: about.map(({ from }) => from),
      values: about.map((each) => each.value),
      missing,
    };
  });
  const verdict = hiddenAmong(said);
  const raters = [...new Set(opinions.map(({ from }) => from))];
  const whole = hiddenAmong([{ of: '', raters }]).get('') ?? null;
  const missing = said.reduce((sum, each) => sum + each.missing, 0);
  return {
    whole: {
      ...scoreOf(
        opinions.map(({ value }) => value),
        missing,
        whole,
      ),
      n: raters.length,
    },
    of: new Map(
      said.map((each) => [
        each.of,
        scoreOf(each.values, each.missing, verdict.get(each.of) ?? null),
      ]),
    ),
  };
}

/** Whoever has not answered might have given anything from 1 to 4, or have no tie, which lies between. [PN-6] */
function scoreOf(values: readonly number[], missing: number, hidden: Hidden | null): Score {
  const value = hidden === null ? mean(values) : null;
  if (value === null) return { ...none, n: values.length, hidden: hidden ?? 'nobody' };
  const sum = value * values.length;
  const of = values.length + missing;
  return {
    n: values.length,
    value,
    lowest: (sum + missing) / of,
    highest: (sum + 4 * missing) / of,
    hidden: null,
  };
}

// Opinions count only of those who say that they work with the other.
function opinionOf({ from, to, tie, parts }: Relationship, measure: Measure): readonly Opinion[] {
  if (tie === null || tie <= 0) return [];
  const value = meanOf(partsOf(measure).map((part) => parts[part]));
  return value === null ? [] : [{ from, to, value }];
}

function partsOf(measure: Measure): readonly Part[] {
  if (measure === 'trust') return trustParts;
  return measure === 'value' ? valueParts : [measure];
}

function tiesOf(organisation: string, pairs: readonly Pair[]) {
  const own = pairs.filter(({ a, b }) => a === organisation || b === organisation);
  const known = own.filter(({ tied }) => tied === true).length;
  return { known, highest: known + own.filter(({ tied }) => tied === null).length };
}

function intensityOf(organisation: string, relationships: readonly Relationship[]) {
  const said = relationships.flatMap(({ to, tie }) =>
    to === organisation && tie !== null && tie > 0 ? [tie] : [],
  );
  return { n: said.length, value: mean(said) };
}
