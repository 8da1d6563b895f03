import { day, number } from '../../document/index.ts';
import { spent } from '../../privacy/index.ts';
import { leastOf, rowsOf } from './least.ts';
import type { Released } from './released.ts';

/** A part of a notice: a heading, and sentences or points below it. */
export type NoticePart = {
  readonly title: string;
  readonly text: readonly string[];
  readonly points: readonly string[];
};

type Noticed = Pick<Released, 'manifest' | 'ledger'>;

/** What whoever reads a release ought to know: what it is, what it promises and what it does not. [RL-16] */
export function noticeOf({ manifest, ledger }: Noticed): readonly NoticePart[] {
  const { records, unit, madeAt, madeBy, columns } = manifest;
  const people = unit === 'row' ? 'rows' : 'subjects';
  const part = (
    title: string,
    text: readonly string[],
    points: readonly string[] = [],
  ): NoticePart => ({ title, text, points });
  return [
    part('What this is', [
      `Records of cases may not be handed on. This release stands for ${rowsSentence(manifest, people)} and says of them what can be said without pointing at anybody: counts, and ${number(records)} made-up records of ${number(columns.length)} columns that have the same patterns. None of them was copied from a real one.`,
      `Made on ${day(madeAt)} by ${madeBy}.`,
    ]),
    part('What is promised', [manifest.guarantee, manifest.neighbours.replace(/^None\. /, '')]),
    part('How to read the counts', [
      manifest.counts,
      'Take totals and shares from the counts. The made-up records are for patterns that no count was released of, and are approximate.',
      'What is counted is what was recorded: detection, not prevalence. A cell without a value means that nothing was recorded, which is not a no.',
    ]),
    part('What is not covered', [], manifest.notCovered),
    ...(manifest.warnings.length > 0 ? [part('To be aware of', [], manifest.warnings)] : []),
    ...(ledger === null ? [] : [part('What was spent', spentSentences(ledger))]),
  ];
}

/** The notice as a file (Markdown). */
export function noticeText(title: string, released: Noticed): string {
  const parts = noticeOf(released).map(({ title: heading, text, points }) =>
    [
      `## ${heading}`,
      ...text.map(plain),
      ...(points.length > 0 ? [points.map((point) => `- ${plain(point)}`).join('\n')] : []),
    ].join('\n\n'),
  );
  return `${[`# ${plain(title)}`, ...parts].join('\n\n')}\n`;
}

function rowsSentence(manifest: Noticed['manifest'], people: string): string {
  const { count, low, high } = rowsOf(manifest);
  const k = leastOf(manifest);
  return k === null
    ? `about ${number(count)} ${people} (${number(low)} to ${number(high)})`
    : `${number(count)} ${people} (rounded down to a multiple of ${k})`;
}

function spentSentences(ledger: NonNullable<Released['ledger']>): readonly string[] {
  const { budget, lines } = ledger;
  const { epsilon } = spent(ledger);
  return [
    `Of the privacy budget of ε ${number(budget.epsilon, 2)} (δ ${budget.delta}) of this data set, ${number(epsilon, 2)} had been spent when this was released, on ${number(lines.length)} ${lines.length === 1 ? 'charge' : 'charges'}.`,
    `Its last charge has the number ${lines.at(-1)?.hash ?? 'none'}; a ledger that is shown later must still hold it.`,
  ];
}

/** A text that Markdown takes for nothing but text, on one line. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>#|!~]/g, (sign) => `\\${sign}`);
}
