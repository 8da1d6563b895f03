import { gapMap, offMap, outcomes, type MapCell, type MapItem } from '@freehold/core/evidence';
import { MechanismCode, mechanisms, shippedTypes, Timing } from '@freehold/core/prevention';
import { problem } from '@freehold/core/problem';
import { csvText, type Cell } from '@freehold/core/table';
import type { Study } from '@freehold/core/evidence';
import { options, type Command } from './command.ts';
import { readRegister } from './evidence-files.ts';
import { delivered } from './files.ts';
import { report } from './report.ts';

const known = {
  in: { type: 'string' },
  rows: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Rows = {
  readonly items: readonly MapItem[];
  readonly of: (study: Study) => readonly string[];
};

/** Writes the evidence and gap map of a register, a row a cell: intervention types, or pathway by timing, by outcomes. */
export const evidenceMap: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: path, rows = 'interventions', out } = read.value;
  if (path === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const axis = axes[rows];
  if (axis === undefined)
    return report([problem('not-one-of', { allowed: Object.keys(axes), found: rows })], words, 2);
  const register = await readRegister(path);
  if (!register.ok) return report(register.problems, words, register.status);
  const { studies } = register.value;
  const items = [...axis.items, ...unlisted(studies.flatMap(axis.of), axis.items)];
  const columns = [
    ...outcomes,
    ...unlisted(
      studies.flatMap(({ findings }) => findings.map(({ outcome }) => outcome)),
      outcomes,
    ),
  ];
  const cells = gapMap(studies, items, columns, axis.of);
  return delivered(out, mapText(cells, items, columns), words, {
    cells: cells.length,
    studies: studies.length,
    'not on the map': offMap(studies, items, columns, axis.of).length,
    gaps: cells.filter(({ flags }) => flags.includes('absolute')).length,
  });
};

const axes: Readonly<Record<string, Rows>> = {
  interventions: { items: shippedTypes.types, of: ({ interventions }) => interventions },
  pathways: {
    items: mechanisms.flatMap(({ code, article }) =>
      Timing.options.map((when) => ({ code: `${code} ${when}`, label: `${article}, ${when}` })),
    ),
    of: ({ pathways, timing }) =>
      pathways
        .filter((path) => MechanismCode.options.some((each) => each === path))
        .flatMap((path) => timing.map((when) => `${path} ${when}`)),
  },
};

/** Codes that a register uses beyond the shipped ones get rows and columns of their own, so that nothing is hidden. */
function unlisted(used: readonly string[], listed: readonly MapItem[]): readonly MapItem[] {
  const there = new Set(listed.map(({ code }) => code));
  return [...new Set(used)]
    .filter((code) => !there.has(code))
    .toSorted()
    .map((code) => ({ code, label: code }));
}

const header = [
  ...['row', 'row_label', 'column', 'column_label', 'studies', 'reviews', 'best_sms'],
  ...[
    'median_sms',
    'graded',
    'survivor_share',
    'survivor_known',
    'last_year',
    'flags',
    'study_ids',
  ],
];

function mapText(
  cells: readonly MapCell[],
  rows: readonly MapItem[],
  columns: readonly MapItem[],
): string {
  const label = (items: readonly MapItem[], code: string) =>
    items.find((each) => each.code === code)?.label ?? '';
  return csvText([
    header,
    ...cells.map((cell): readonly Cell[] => [
      cell.row,
      label(rows, cell.row),
      cell.column,
      label(columns, cell.column),
      ...[cell.studies.length, cell.reviews, cell.bestSms, cell.medianSms, cell.graded],
      ...[cell.survivorShare, cell.survivorKnown, cell.lastYear],
      cell.flags.join(' '),
      cell.studies.join(' '),
    ]),
  ]);
}
