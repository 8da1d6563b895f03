import type { Block, Document, Section, Sheet } from '../document/index.ts';
import type { Group, Part, RemedyYear } from './remedy.ts';
import { figures, reportOf, type RecoverySetting } from './report.ts';
import { compensationRoutes, routeTitle } from './route.ts';
import {
  bandWords,
  durationWords,
  hidingNote,
  jurisdictionWords,
  medianWords,
  outcomeWords,
  rateWords,
  representedWords,
  routeTypeWords,
  shownWords,
  stageWords,
} from './words.ts';

/** Claims for compensation year by year, and the routes there are, as a document. Every count in it may be shown. [RC-1] to [RC-8] */
export function remedyReport(setting: RecoverySetting, years: readonly RemedyYear[]): Document {
  return reportOf(setting, {
    kind: 'remedy-report',
    title: 'Remedy: claims for compensation',
    subtitle: `${setting.place} · counts of claims by year, route and outcome`,
    sections: [
      { title: 'In short', blocks: [overYears(years), note(setting)] },
      ...years.map(yearSection),
      routes(),
      { title: 'How to read this', blocks: [{ kind: 'list', items: limits }] },
    ],
    sheet: sheet(years),
  });
}

function overYears(years: readonly RemedyYear[]): Block {
  return figures(
    'Year on year',
    ['Year', 'Claims', 'Awarded ÷ decided', 'Paid ÷ awarded', 'Median time to a decision'],
    years.map((each) => [
      String(each.year),
      shownWords(each.total),
      rateWords(each.awardRate),
      rateWords(each.paidRate),
      medianWords(each.duration),
    ]),
  );
}

function note({ least, source }: RecoverySetting): Block {
  return {
    kind: 'note',
    text: `${hidingNote(least)} Source: ${source === '' ? 'not said' : source}.`,
  };
}

function yearSection(year: RemedyYear): Section {
  return {
    title: String(year.year),
    blocks: [
      partTable('How claims went', 'Outcome', year.outcomes, outcomeWords),
      partTable('Pending claims', 'Stage', year.pending, stageWords),
      partTable('Awarded claims', 'Paid', year.awarded, stageWords),
      partTable('Amount awarded', 'Band', year.bands, bandWords),
      partTable('Time from applying to the decision', 'Band', year.durations, durationWords),
      groupTable('By route', 'Route', year.routes, routeTitle),
      groupTable('With and without a representative', 'Claims', year.represented, (code) =>
        nameOf(representedWords, code),
      ),
    ],
  };
}

function partTable(
  caption: string,
  what: string,
  parts: readonly Part[],
  words: Readonly<Record<string, string>>,
): Block {
  return figures(
    caption,
    [what, 'Claims'],
    parts.map(({ code, n }) => [nameOf(words, code), shownWords(n)]),
  );
}

function groupTable(
  caption: string,
  what: string,
  groups: readonly Group[],
  title: (code: string) => string,
): Block {
  const titles = [what, 'Claims', ...Object.values(outcomeWords), 'Awarded ÷ decided'];
  return figures(
    caption,
    titles,
    groups.map(({ code, n, outcomes, awardRate }) => [
      title(code),
      shownWords(n),
      ...outcomes.map((each) => shownWords(each.n)),
      rateWords(awardRate),
    ]),
  );
}

function nameOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

function routes(): Section {
  return {
    title: 'The routes there are',
    newPage: true,
    blocks: compensationRoutes.flatMap((route): readonly Block[] => {
      const said = (field: (typeof route.unverified)[number], text: string) =>
        route.unverified.includes(field) ? `UNVERIFIED: ${text}` : text;
      return [
        {
          kind: 'heading',
          text: route.title,
          aside: `${routeTypeWords[route.type]} · ${route.jurisdictions.map((each) => jurisdictionWords[each]).join(', ')}`,
        },
        {
          kind: 'facts',
          facts: [
            ['Who', said('eligibility', route.eligibility)],
            ['Time limit', said('timeLimit', route.timeLimit)],
            ['Exclusions', said('exclusions', route.exclusions)],
            ['Barriers', said('barriers', route.barriers.join('; '))],
            ['Help', said('help', route.help)],
            ['Source', `${route.source.title}, ${route.source.url}, read on ${route.readOn}`],
          ],
        },
      ];
    }),
  };
}

const limits = [
  { lead: 'Decided', text: 'is awarded and refused. Withdrawn claims are neither.' },
  { lead: 'Paid', text: 'is paid in full. Part payments count as not yet paid.' },
  { lead: 'No sum over years', text: 'is given: from it a hidden year could be worked out.' },
  {
    lead: 'No legal advice.',
    text: 'The routes are signposts, as read on the day that stands with each.',
  },
];

function sheet(years: readonly RemedyYear[]): Sheet {
  const row = (year: number, of: string, code: string, outcome: string, n: number | null) => [
    ...[year, of, code, outcome, n, n === null],
  ];
  return {
    columns: ['year', 'breakdown', 'code', 'outcome', 'claims', 'hidden'],
    rows: years.flatMap((each) => [
      row(each.year, 'all', 'all', 'all', each.total),
      ...each.outcomes.map(({ code, n }) => row(each.year, 'all', 'all', code, n)),
      ...(['pending', 'awarded', 'bands', 'durations'] as const).flatMap((of) =>
        each[of].map(({ code, n }) => row(each.year, of, code, 'all', n)),
      ),
      ...(['routes', 'represented'] as const).flatMap((of) =>
        each[of].flatMap((group) => [
          row(each.year, of, group.code, 'all', group.n),
          ...group.outcomes.map(({ code, n }) => row(each.year, of, group.code, code, n)),
        ]),
      ),
    ]),
  };
}
