import type { Differencing } from '../differencing.ts';
import type { Homogeneity } from '../homogeneity.ts';
import type { Attack, Rate } from './attack.ts';
import type { Attacks } from './attacks.ts';
import type { Nearness } from './utility.ts';

/** Down, so that nothing is told as whole that is not; the last digit that 1,000 × 0.257 loses is no tenth. */
function percent(value: number): string {
  return `${(Math.floor(1000 * value + 1e-9) / 10).toFixed(1)} %`;
}

/** Up, for what ought not to be there: a little is not told as nothing. */
function percentUp(value: number): string {
  return `${(Math.ceil(1000 * value - 1e-9) / 10).toFixed(1)} %`;
}

/** What the figures of all lengths come to: what is kept, by how much it is off, what leaks, and what is made up. */
export function utilityInWords(
  { preserved, preservedByRows, errorAtLeastK, leaked, fabricated }: Nearness,
  more: number | null,
  k: number,
): readonly string[] {
  return [
    ...(preserved === null
      ? [`No combination has ${k} records or more: there is nothing that could be kept.`]
      : [
          `Of ${preserved.n} combinations of ${k} records or more, ${percent(preserved.value)} are in the release; weighted by how many records have them, ${percent(preservedByRows?.value ?? 0)}.`,
        ]),
    ...(errorAtLeastK === null
      ? []
      : [
          `Their counts are off by ${errorAtLeastK.value.toFixed(1)} on average, what is missing counting in full.`,
        ]),
    ...(leaked === null || fabricated === null
      ? []
      : [
          leaked.value === 0
            ? `No combination of fewer than ${k} records is in the release.`
            : `${percentUp(leaked.value)} of the released combinations have fewer than ${k} records: do not publish this.`,
          `${percentUp(fabricated.value)} of the released combinations occur nowhere in the true records.`,
        ]),
    ...(more === null ? [] : [sizeInWords(more)]),
  ];
}

function sizeInWords(more: number): string {
  if (Math.abs(more) < 0.0005)
    return 'The release has as many records as there are rows, but for rounding.';
  return `The release has ${percent(Math.abs(more))} ${more < 0 ? 'fewer' : 'more'} records than there are rows.`;
}

/** Where a group gives its members away, and the largest such groups by name. */
export function homogeneityInWords({ alike, groups, listed }: Homogeneity): readonly string[] {
  if (alike === 0)
    return ['In no group of k or more does everybody have the same value of a further column.'];
  return [
    `In ${alike} of ${groups} pairs of a group and a further column everybody has the same value: whoever knows that somebody is in the group knows it.`,
    ...listed.slice(0, 5).map(({ group, column, value, rows }) => {
      const named = group.map(([of, has]) => `${of} ${has}`).join(' and ');
      return `Everybody ${named === '' ? 'in the table' : `with ${named}`} has ${column} ${value} (${rows} records).`;
    }),
  ];
}

/** What the attacks come to, one sentence each, and whether they mean anything. */
export function attacksInWords(attacks: Attacks): readonly string[] {
  const { singlingOut, linkability, inference, control } = attacks;
  const most = inference
    .toSorted((a, b) => (b.risk?.value ?? 0) - (a.risk?.value ?? 0))
    .slice(0, 3);
  return [
    ...(control === null
      ? [
          'Without records that the release was not made from, it cannot be told what of this the release gives away and what anybody could know: no risk is stated.',
        ]
      : []),
    ...singlingOut.map((each) => oneInWords(`Singling out by ${columns(each.columns)}`, each)),
    oneInWords('Linking two files', linkability),
    ...most.map((each) => oneInWords(`Inferring ${each.secret}`, each)),
  ];
}

function columns(many: number): string {
  return many === 1 ? 'one column' : `${many} columns`;
}

function oneInWords(what: string, { originals, control, guesses, risk, weak }: Attack): string {
  if (originals === null) return `${what}: there was nothing to attack with.`;
  const rates = `right for ${rate(originals)} of those in the records, ${control === null ? '' : `${rate(control)} of others, `}${rate(guesses)} by guessing`;
  const told =
    risk === null
      ? ''
      : ` Risk ${percent(risk.value)} (${percent(risk.low)} to ${percent(risk.high)}).`;
  const only = weak ? ' No better than guessing: this says nothing either way.' : '';
  return `${what}: ${rates}.${told}${only}`;
}

function rate(of: Rate): string {
  return of === null ? 'none' : percent(of.value);
}

/** What a reader of an earlier release learns from both. */
export function earlierInWords(found: Differencing, k: number): readonly string[] {
  const { mostChanged, way, narrowed, exposed, exact, contradicting } = found;
  if (contradicting > 0)
    return [
      `Beside the earlier release: ${contradicting} counts show that rows were both added and taken away, so that spans of the others are no knowledge.`,
    ];
  if (narrowed === 0)
    return [`Beside the earlier release no count is known more closely than to a span of ${k}.`];
  return [
    `Beside the earlier release, whoever takes it that rows were only ${way} (at most ${mostChanged}) knows ${narrowed} counts more closely than to a span of ${k}, ${exact} of them exactly.`,
    ...(exposed === 0
      ? []
      : [
          `${exposed} combinations that one of the two leaves out are known to be there: do not publish both.`,
        ]),
  ];
}
