import type { Block, Column, Document } from '../../document/index.ts';
import { sayLink } from '../describe.ts';
import type { Known } from '../facts.ts';
import { logframe, logframeCells, storeys } from '../logframe.ts';
import { inOrder } from '../order.ts';
import { pathsOf } from '../paths.ts';
import { confidenceWords, readingWords, surenessWords } from '../words.ts';
import { framed, type ReportInput } from './frame.ts';

/** The logframe, a table a storey. What a logframe cannot hold is said under it. */
export function logframeDocument(input: ReportInput): Document {
  const rows = logframe(input.theory);
  const [heads = [], ...cells] = logframeCells(input.theory);
  const sections = storeys.map((storey) => ({
    title: storey,
    blocks: [
      tableOf(
        storey,
        [
          { title: 'What', width: 26 },
          { title: 'Indicator', width: 22 },
          { title: 'Baseline', width: 10 },
          { title: 'Target', width: 10 },
          { title: 'Means of verification', width: 14 },
          { title: 'Assumptions', width: 18 },
        ],
        rows
          .filter((row) => row.storey === storey)
          .map(({ title, indicator, baseline, aim, means, assumptions, again }) => [
            ...[again ? '' : title, indicator, baseline, aim, means, assumptions].map(dashed),
          ]),
        'Nothing stands here yet.',
      ),
    ],
  }));
  const note =
    'A logframe has no place for which result leads to which, why, and what is known about it: see the narrative and the evidence behind each link.';
  return framed(
    input,
    { kind: 'logframe', what: 'Logframe' },
    [...sections, { title: 'What this table cannot hold', blocks: [{ kind: 'text', text: note }] }],
    { columns: heads.map(String), rows: cells },
  );
}

/** Every indicator with its baseline, aim, how it is measured, and its live value where the plan has one. */
export function indicatorDocument(input: ReportInput): Document {
  const rows = inOrder(input.theory)
    .toReversed()
    .flatMap((node) =>
      node.indicators.map((each) => {
        const live = input.known.targets.find(({ id }) => id === each.target);
        return [
          ...[node.title, each.title, each.definition, each.unit, each.baseline, each.aim, each.by],
          ...[each.split, each.means, each.every, each.owner],
          live === undefined ? '' : `${readingWords[live.reading]}: ${live.says}`,
        ];
      }),
    );
  const columns = [
    ...['Of what', 'Indicator', 'Definition', 'Unit', 'Baseline', 'Target', 'By', 'Split by'],
    ...['Means of verification', 'How often', 'Owner', 'Live value'],
  ];
  const [short, long] = [
    rows.map((row) => [0, 1, 4, 5, 6, 11].map((at) => dashed(row[at] ?? ''))),
    rows,
  ];
  const sections = [
    {
      title: 'Where they stand',
      blocks: [
        tableOf(
          'Indicators with baseline, target and live value',
          ['Of what', 'Indicator', 'Baseline', 'Target', 'By', 'Live value'].map(plainColumn),
          short,
          'No node has an indicator yet.',
        ),
      ],
    },
    {
      title: 'How they are measured',
      blocks: long.map((row): Block => ({
        kind: 'facts',
        facts: [1, 2, 3, 7, 8, 9, 10].map((at) => [columns[at] ?? '', dashed(row[at] ?? '')]),
      })),
    },
  ];
  return framed(input, { kind: 'indicators', what: 'Indicators' }, sections, { columns, rows });
}

/** Each link with its claims, who says so and its live value; and each path by its weakest link. */
export function evidenceDocument(input: ReportInput): Document {
  const { theory, known } = input;
  const titles = new Map(theory.nodes.map(({ id, title }) => [id, title]));
  const joined = (from: string, to: string) =>
    `${titles.get(from) ?? ''} → ${titles.get(to) ?? ''}`;
  const { paths, cut } = pathsOf(theory, known);
  const rows = theory.links.map((link) => [
    ...[joined(link.from, link.to), link.rationale, claimsText(link.claims, known)],
    ...[
      link.quote === '' ? '' : `“${link.quote}” ${link.saidBy}`.trim(),
      targetsText(link.targets, known),
    ],
    sayLink(link, known),
  ]);
  const columns = ['Link', 'Why', 'Claims', 'Who says so', 'Live', 'Taken together'];
  const sections = [
    {
      title: 'What each link rests on',
      blocks: [
        {
          kind: 'note' as const,
          text: 'A statement by somebody and a claim judged by studies are two things, and stand apart.',
        },
        tableOf(
          'Links',
          columns.map(plainColumn),
          rows.map((row) => row.map(dashed)),
          'There are no links yet.',
        ),
      ],
    },
    {
      title: 'Every path is as sure as its weakest link',
      blocks: [
        tableOf(
          'Paths to the goal, the least sure first',
          [
            { title: 'Path', width: 50 },
            { title: 'Weakest link', width: 34 },
            { title: 'Sureness', width: 16 },
          ],
          paths.map(({ links, weakest, sureness }) => [
            [
              ...links.map(({ from }) => titles.get(from) ?? ''),
              titles.get(links.at(-1)?.to ?? '') ?? '',
            ].join(' → '),
            joined(weakest.from, weakest.to),
            surenessWords[sureness],
          ]),
          'No path leads to an impact yet.',
        ),
        ...(cut
          ? [
              {
                kind: 'note' as const,
                text: `There are more paths; the first ${paths.length} are shown.`,
              },
            ]
          : []),
      ],
    },
  ];
  return framed(input, { kind: 'evidence', what: 'Evidence behind each link' }, sections, {
    columns,
    rows,
  });
}

function claimsText(claims: readonly { claim: string; stance: string }[], known: Known): string {
  return claims
    .map(({ claim, stance }) => {
      const found = known.claims.find(({ id }) => id === claim);
      if (found === undefined) return 'a claim that is not in the register any more';
      return `${found.statement} (${stance}, ${confidenceWords[found.confidence]} confidence)`;
    })
    .join('; ');
}

function targetsText(targets: readonly string[], known: Known): string {
  return known.targets
    .filter(({ id }) => targets.includes(id))
    .map(({ title, says }) => `${title}: ${says}`)
    .join('; ');
}

function tableOf(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  empty: string,
): Block {
  if (rows.length === 0) return { kind: 'text', text: empty };
  return { kind: 'table', caption, quiet: true, columns, rows };
}

function plainColumn(title: string): Column {
  return { title, width: 16 };
}

function dashed(text: string): string {
  return text === '' ? '–' : text;
}
