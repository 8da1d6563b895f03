import {
  crossed,
  gapMap,
  mapFrame,
  mapKinds,
  mapStudy,
  offMap,
  outcomes,
  rowsBy,
  type MapCell,
  type MapItem,
} from '@freehold/core/evidence';
import { gapPage } from '@freehold/core/evidence/gap-page';
import { mechanisms, shippedTypes, Timing } from '@freehold/core/prevention';
import { problem } from '@freehold/core/problem';
import { csvText, type Cell } from '@freehold/core/table';
import { basename } from 'node:path';
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

/**
 * Writes the evidence and gap map of a register: types of intervention, or pathway by timing, by outcomes. A row a cell
 * as CSV; where the name ends in .html, one page with filters that works without network.
 */
export const evidenceMap: Command = async (words) => {
  const read = options(words, known);
  if (!read.ok) return report(read.problems, words, 2);
  const { in: path, rows: asked = 'interventions', out } = read.value;
  if (path === undefined) return report([problem('option-needed', { option: '--in' })], words, 2);
  const kind = mapKinds.find((each) => each === asked);
  if (kind === undefined)
    return report([problem('not-one-of', { allowed: mapKinds, found: asked })], words, 2);
  const register = await readRegister(path);
  if (!register.ok) return report(register.problems, words, register.status);
  const { studies, rule } = register.value;
  const frame = mapFrame(studies, { types: shippedTypes.types, pathways, outcomes });
  const [rows, columns] = [frame.rows[kind], frame.columns];
  const cells = gapMap(studies, rows, columns, rowsBy[kind], rule);
  const text =
    out?.toLowerCase().endsWith('.html') === true
      ? gapPage({ frame, studies: studies.map(mapStudy), rule, done: [] }, titles(path))
      : mapText(cells, rows, columns);
  return delivered(out, text, words, {
    cells: cells.length,
    studies: studies.length,
    'not on the map': offMap(studies, rows, columns, rowsBy[kind]).length,
    gaps: cells.filter(({ flags }) => flags.includes('absolute')).length,
  });
};

const pathways = mechanisms.flatMap(({ code, article }) =>
  crossed([code], Timing.options).map((row, at) => ({
    code: row,
    label: `${article}, ${Timing.options[at] ?? ''}`,
  })),
);

function titles(path: string) {
  return {
    title: 'Evidence and gap map',
    note: `What is known and what is not, by the register ${basename(path)}.`,
  };
}

const header = [
  ...['row', 'row_label', 'column', 'column_label', 'studies', 'reviews', 'best_sms'],
  ...[
    'median_sms',
    'confidence',
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
      ...[cell.studies.length, cell.reviews, cell.bestSms, cell.medianSms],
      ...[cell.confidence, cell.graded],
      ...[cell.survivorShare, cell.survivorKnown, cell.lastYear],
      cell.flags.join(' '),
      cell.studies.join(' '),
    ]),
  ]);
}
