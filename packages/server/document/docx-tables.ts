import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type FileChild,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Bar, Chart, Table as Rows } from '@freehold/core/document';
import { rule, textWidth } from './docx-look.ts';
import { strip, stripSize } from './strip.ts';

/** A table with its caption; the head repeats on every page and no row is cut in two. */
export function table({ caption, quiet, columns, rows }: Rows): FileChild[] {
  const widths = shared(columns.map(({ width }) => width));
  const side = columns.map(({ figures }) =>
    figures === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
  );
  const together = rows.length <= 8;
  const line = (cells: readonly string[], head: boolean, last: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, at) =>
        cell([new TextRun({ text, bold: head })], {
          width: widths[at] ?? 0,
          alignment: side[at] ?? AlignmentType.LEFT,
          strong: head,
          stays: head || (together && !last),
          apart: columns[at - 1]?.figures === true && columns[at]?.figures !== true,
        }),
      ),
    });
  const head = columns.map(({ title }) => (title === '' ? 'No.' : title));
  return framed(quiet === true ? '' : caption, widths, [
    line(head, true, false),
    ...rows.map((cells, at) => line(cells, false, at === rows.length - 1)),
  ]);
}

/** The interval chart as a table: a topic, its picture, and its figures in words. */
export function bars({ title, note, groups }: Chart): FileChild[] {
  const widths = shared([40, 27, 33]);
  const rows = groups.flatMap(({ title: group, bars: each }) => [
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: 3,
          borders: lines(true),
          children: [
            new Paragraph({
              style: 'Cell',
              keepNext: true,
              children: [new TextRun({ text: group, bold: true })],
            }),
          ],
        }),
      ],
    }),
    ...each.map(
      (bar) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([new TextRun(`${bar.code} ${bar.title}`)], { width: widths[0] ?? 0 }),
            cell([picture(bar)], { width: widths[1] ?? 0 }),
            cell([new TextRun(bar.label)], { width: widths[2] ?? 0 }),
          ],
        }),
    ),
  ]);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: ['Topic', '0 to 4', 'Score and range'].map((text, at) =>
      cell([new TextRun({ text, bold: true })], { width: widths[at] ?? 0, strong: true }),
    ),
  });
  return [...framed(title, widths, [head, ...rows]), new Paragraph({ style: 'Note', text: note })];
}

/** Terms and what they are, side by side, without lines. */
export function facts(pairs: readonly (readonly [string, string])[]): FileChild[] {
  const widths = shared([26, 74]);
  const rows = pairs.map(
    ([term, value]) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([new TextRun({ text: term, bold: true })], { width: widths[0] ?? 0 }),
          cell([new TextRun(value)], { width: widths[1] ?? 0 }),
        ],
      }),
  );
  return framed('', widths, rows);
}

function picture(bar: Bar): ImageRun {
  return new ImageRun({
    type: 'png',
    data: strip(bar),
    transformation: stripSize,
    altText: {
      name: bar.code,
      title: `${bar.code} ${bar.title}`,
      description: `${bar.title}: ${bar.label}, on a scale from 0 to 4`,
    },
  });
}

function framed(caption: string, widths: readonly number[], rows: TableRow[]): FileChild[] {
  return [
    ...(caption === '' ? [] : [new Paragraph({ style: 'Caption', text: caption })]),
    new Table({
      rows,
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      margins: { left: 0, right: 140 },
      borders: { top: none, bottom: none, left: none, right: none, insideVertical: none },
    }),
    // Two tables that meet would become one.
    new Paragraph({
      spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT },
      children: [],
    }),
  ];
}

function cell(
  children: readonly ParagraphChild[],
  {
    width,
    alignment = AlignmentType.LEFT,
    strong = false,
    stays = strong,
    apart = false,
  }: {
    width: number;
    alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
    strong?: boolean;
    /** On one page with the row after it. */
    stays?: boolean;
    /** Figures end just before it: it keeps its distance. */
    apart?: boolean;
  },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: lines(strong),
    ...(apart && { margins: { left: 160 } }),
    verticalAlign: strong ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    children: [new Paragraph({ style: 'Cell', alignment, keepNext: stays, children })],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function lines(strong: boolean) {
  const bottom = {
    style: BorderStyle.SINGLE,
    size: strong ? 6 : 4,
    color: strong ? '161412' : rule,
  };
  return { top: none, left: none, right: none, bottom };
}

/** The text's width shared out, in whole twentieths of a point. */
function shared(parts: readonly number[]): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => Math.floor((textWidth * part) / total));
}
