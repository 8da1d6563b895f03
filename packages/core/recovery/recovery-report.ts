import {
  percentPoints,
  type Block,
  type Document,
  type Section,
  type Sheet,
} from '../document/index.ts';
import type { CoreOutcome } from './outcome.ts';
import { coreOutcomes, Met, outcomeSource, RatedBy } from './outcome.ts';
import type { OutcomeShown, PointShown } from './recovered.ts';
import { figures, reportOf, type RecoverySetting } from './report.ts';
import { hidingNote, metWords, pointWords, raterWords, rateWords, shownWords } from './words.ts';

/** The seven core outcomes over time as a document, survivors' and workers' ratings apart. [RC-1] [RC-9] [RC-10] */
export function recoveryReport(setting: RecoverySetting, shown: readonly OutcomeShown[]): Document {
  const years = [...new Set(shown.map(({ year }) => year))];
  return reportOf(setting, {
    kind: 'recovery-report',
    title: 'Recovery: the seven core outcomes',
    subtitle: `${setting.place} · people counted by the year in which support began`,
    sections: [
      ...years.flatMap((year) =>
        RatedBy.options.map((rater) =>
          section(
            year,
            rater,
            shown.filter((each) => each.year === year && each.rater === rater),
          ),
        ),
      ),
      {
        title: 'How to read this',
        blocks: [
          {
            kind: 'list',
            items: [
              {
                lead: 'Met',
                text: 'is met ÷ (met, partly met and not met). Unknown is left out of the share and counts in the coverage.',
              },
              {
                lead: 'Whose view:',
                text: 'what survivors say and what workers say stand apart. No figure mixes them.',
              },
              {
                lead: 'Change',
                text: 'is against entry. It is said only where the interval lies on one side of nought.',
              },
              {
                lead: 'Source:',
                text: `${outcomeSource.title}, ${outcomeSource.url}. ${outcomeSource.note}`,
              },
            ],
          },
          {
            kind: 'note',
            text: `${hidingNote(setting.least)} Source of the counts: ${setting.source === '' ? 'not said' : setting.source}.`,
          },
        ],
      },
    ],
    sheet: sheet(shown),
  });
}

function section(year: number, rater: RatedBy, own: readonly OutcomeShown[]): Section {
  return {
    title: `${year}: ${raterWords[rater].toLowerCase()}`,
    blocks: [
      figures(
        'Share for whom the outcome is met',
        ['Outcome', ...Object.values(pointWords)],
        own.map(({ outcome, points }) => [
          titleOf(outcome),
          ...points.map(({ met }) => rateWords(met)),
        ]),
      ),
      changes(own),
    ],
  };
}

function changes(own: readonly OutcomeShown[]): Block {
  const items = own.flatMap(({ outcome, points }) =>
    points.flatMap((point) => {
      const said = changeWords(point);
      return said === null
        ? []
        : [{ lead: `${titleOf(outcome)}, ${pointWords[point.point].toLowerCase()}:`, text: said }];
    }),
  );
  return items.length === 0
    ? { kind: 'note', text: 'No change since entry can be told apart from none.' }
    : { kind: 'list', items };
}

/** "21 points higher than at entry"; null where the change cannot be told from none. */
export function changeWords({ change }: Pick<PointShown, 'change'>): string | null {
  if (change === null || change.told === 'cannot-tell') return null;
  return `${percentPoints(change.value)} points ${change.told} than at entry`;
}

function titleOf(outcome: CoreOutcome): string {
  return coreOutcomes.find(({ code }) => code === outcome)?.title ?? outcome;
}

function sheet(shown: readonly OutcomeShown[]): Sheet {
  return {
    columns: [
      'year',
      'outcome',
      'rated_by',
      'point',
      'people',
      ...Met.options,
      'met_share',
      'low',
      'high',
      'coverage',
    ],
    rows: shown.flatMap(({ year, outcome, rater, points }) =>
      points.map(({ point, total, answers, met, coverage }) => [
        ...[year, outcome, rater, point, total],
        ...Met.options.map((each) => answers[each]),
        ...[met.value, met.low, met.high, coverage],
      ]),
    ),
  };
}

/** A point in words, for those who cannot see a drawing: "After 6 months: 62% (45% to 77%, n 34); met 21, …". */
export function pointSaid({ point, met, answers }: PointShown): string {
  const parts = Met.options.map(
    (each) => `${metWords[each].toLowerCase()} ${shownWords(answers[each])}`,
  );
  return `${pointWords[point]}: ${rateWords(met)}; ${parts.join(', ')}`;
}
