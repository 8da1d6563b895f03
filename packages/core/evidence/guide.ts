import {
  capital,
  count,
  day,
  list,
  percent,
  type Block,
  type Document,
  type Item,
  type Section,
  type Table,
} from '../document/index.ts';
import type { Claim } from './claim.ts';
import type { Freshness } from './freshness.ts';
import type { Graded } from './graded.ts';
import { methodAnnex, type Annex } from './guide-annex.ts';
import type { Study } from './study.ts';

/** A claim as a guide tells it. */
export type GuideClaim = Claim & { readonly found: Graded; readonly freshness: Freshness };

export type GuideInput = Annex & {
  readonly today: string;
  readonly partnership: { readonly name: string; readonly madeUp: boolean };
  readonly claims: readonly GuideClaim[];
  readonly studies: readonly Study[];
};

/**
 * A policy guide out of a register: claims by theme, each with verdict and confidence apart and its studies for and
 * against; then how the studies were found, and survivors' part in them. [EV-19]
 *
 * Superseded claims are left out. A claim that is due to be looked at again says so.
 */
export function policyGuide(input: GuideInput): Document {
  const claims = input.claims.filter(({ status }) => status !== 'superseded');
  const themes = [...new Set(claims.map(({ theme }) => theme))];
  const { partnership, today } = input;
  return {
    format: 'freehold-document/1',
    kind: 'policy-guide',
    title: 'What is known, and how surely',
    subtitle: `${partnership.name} · ${count(claims.length, 'claim', 'claims')} on ${count(input.studies.length, 'study', 'studies')} · ${day(today)}`,
    running: `${partnership.name}: policy guide`,
    partnership: partnership.name,
    place: partnership.name,
    madeUp: partnership.madeUp,
    madeOn: today,
    marking: '',
    sections: [
      {
        title: 'In short',
        blocks: [
          { kind: 'list', items: inShort(claims) },
          ...(claims.length === 0 ? [] : [summary(claims)]),
        ],
      },
      ...themes.map((theme) =>
        themeSection(
          theme,
          claims.filter((claim) => claim.theme === theme),
          new Map(input.studies.map((study) => [study.id, study])),
        ),
      ),
      ...methodAnnex(input),
    ],
    sheet: {
      columns: [...columns],
      rows: claims.map((claim) => [
        ...[claim.id, claim.theme, claim.statement, claim.scope, claim.status, claim.version],
        ...[verdictOf(claim), claim.verdict === null, claim.found.confidence, claim.found.ruled],
        ...[claim.override?.reason ?? null, claim.found.n, claim.found.strong],
        ...[claim.found.stances.supports, claim.found.stances.contradicts],
        ...[claim.found.stances.qualifies, claim.reviewBy, claim.freshness],
      ]),
    },
  };
}

const columns = [
  ...['claim', 'theme', 'statement', 'scope', 'status', 'version', 'verdict', 'verdict_proposed'],
  ...['confidence', 'confidence_by_rule', 'overruled_because', 'studies', 'strong_studies'],
  ...['for', 'against', 'qualifying', 'review_by', 'freshness'],
] as const;

function inShort(claims: readonly GuideClaim[]): readonly Item[] {
  if (claims.length === 0)
    return [{ text: 'No claim is written yet, so nothing is known here yet.' }];
  const of = (...levels: readonly string[]) =>
    claims.filter(({ found }) => levels.includes(found.confidence));
  const sure = of('moderate', 'high');
  const stale = claims.filter(({ freshness }) => freshness === 'stale');
  const differ = claims.filter(({ found }) => found.disagreement);
  return [
    {
      lead: 'Held with moderate confidence or more',
      text: sure.length === 0 ? 'None yet.' : `${capital(list(sure.map(quoted)))}.`,
    },
    {
      lead: 'Held with low confidence or less',
      text:
        claims.length === sure.length
          ? 'None.'
          : `${capital(count(claims.length - sure.length, 'claim', 'claims'))}. The partnership works by what they say until more is known.`,
    },
    ...(differ.length === 0
      ? []
      : [{ lead: 'Strong studies disagree', text: `On ${list(differ.map(quoted))}.` }]),
    ...(stale.length === 0
      ? []
      : [{ lead: 'Due to be looked at again', text: `${capital(list(stale.map(quoted)))}.` }]),
  ];
}

function quoted({ statement }: GuideClaim): string {
  return `“${statement.replace(/\.$/, '')}”`;
}

function summary(claims: readonly GuideClaim[]): Table {
  return {
    kind: 'table',
    caption: 'Every claim, with its verdict and how sure one may be',
    columns: [
      { title: 'Claim', width: 46 },
      { title: 'Verdict', width: 16 },
      { title: 'Confidence', width: 16 },
      { title: 'For', width: 7, figures: true },
      { title: 'Against', width: 8, figures: true },
      { title: 'Qualify', width: 7, figures: true },
    ],
    rows: claims.map((claim) => [
      claim.statement,
      verdictSaid(claim),
      confidenceSaid(claim),
      String(claim.found.stances.supports),
      String(claim.found.stances.contradicts),
      String(claim.found.stances.qualifies),
    ]),
  };
}

function themeSection(
  theme: string,
  claims: readonly GuideClaim[],
  studies: ReadonlyMap<string, Study>,
): Section {
  return {
    title: theme === '' ? 'Other claims' : theme,
    newPage: true,
    blocks: claims.flatMap((claim) => claimBlocks(claim, studies)),
  };
}

function claimBlocks(claim: GuideClaim, studies: ReadonlyMap<string, Study>): readonly Block[] {
  const { found, override } = claim;
  const linked = claim.links.flatMap(({ study: id, stance, note }): readonly Item[] => {
    const study = studies.get(id);
    return study === undefined ? [] : [{ lead: stanceWords[stance], text: studySaid(study, note) }];
  });
  const overruled = override === null ? '' : `${override.by}: ${override.reason}`;
  return [
    { kind: 'heading', text: claim.statement, aside: claim.scope },
    {
      kind: 'facts',
      facts: [
        ['Verdict', verdictSaid(claim)],
        ['Confidence', confidenceSaid(claim)],
        [
          'Rests on',
          `${count(found.n, 'independent study', 'independent studies')}, ${count(found.strong, 'strong one', 'strong ones')}; ${found.share === null ? 'none to agree' : `${percent(found.share)} of one mind`}`,
        ],
        ...(overruled === '' ? [] : [['Overruled by', overruled] as [string, string]]),
        ['Look at it again', reviewSaid(claim)],
      ],
    },
    linked.length === 0
      ? { kind: 'note', text: 'No study of the register bears on it yet.' }
      : { kind: 'list', items: linked },
  ];
}

function studySaid(study: Study, note: string): string {
  const facts = [
    study.year === null ? 'year not known' : String(study.year),
    study.sms === null ? 'not graded' : `Maryland ${study.sms} of 5`,
    readWords[study.read],
  ];
  return `${study.title} (${facts.join('; ')})${note === '' ? '' : `. ${note}`}`;
}

function verdictOf({ verdict, found }: GuideClaim): string {
  return verdict ?? found.proposedVerdict;
}

function verdictSaid(claim: GuideClaim): string {
  return `${verdictOf(claim).replace('-', ' ')}${claim.verdict === null ? ' (proposed by the numbers)' : ''}`;
}

function confidenceSaid({ found }: GuideClaim): string {
  const said = found.confidence.replace('-', ' ');
  return found.overridden ? `${said} (the rule says ${found.ruled.replace('-', ' ')})` : said;
}

function reviewSaid({ reviewBy, freshness }: GuideClaim): string {
  const by = reviewBy === null ? 'a year after it was last looked at' : `by ${day(reviewBy)}`;
  return freshness === 'stale' ? `${by}: overdue` : by;
}

const stanceWords = {
  supports: 'For:',
  contradicts: 'Against:',
  qualifies: 'Qualifies:',
} as const;

const readWords: Readonly<Record<Study['read'], string>> = {
  'full-text': 'full text read',
  part: 'part read',
  abstract: 'abstract only',
  title: 'title only',
  'second-hand': 'through a summary by others',
};
