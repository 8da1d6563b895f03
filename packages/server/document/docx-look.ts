import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  LevelFormat,
  LineRuleType,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import { day, type Paper } from '@freehold/core/document';

// Lengths are in twentieths of a point, type sizes in half points, as the format has them.

const serif = 'Georgia';
const sans = 'Calibri';
const soft = '4C463D';
export const rule = 'CFC8BB';

/** A4 with margins of 25 and 22 mm; `textWidth` is what is left between them. */
export const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1580, right: 1247, bottom: 1420, left: 1247, header: 680, footer: 620 },
};
export const textWidth = page.size.width - page.margin.left - page.margin.right;

const heading = (size: number, before: number, after: number) => ({
  run: { font: serif, size, bold: true, color: '161412' },
  paragraph: {
    spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

const after = (space: number) => ({ spacing: { after: space } });

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: sans, size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: heading(52, 40, 80),
    heading1: heading(34, 320, 120),
    heading2: heading(25, 340, 40),
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true },
    {
      id: 'Small',
      name: 'Small',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { color: soft },
      paragraph: after(40),
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { font: serif, size: 24 } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', run: { color: soft, size: 19 } },
    {
      id: 'Aside',
      name: 'Aside',
      basedOn: 'Note',
      paragraph: { spacing: { after: 80 }, keepNext: true },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'MadeUp',
      name: 'Made up',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { after: 240 } },
    },
  ],
};

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'plain',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 284, hanging: 284 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
};

/** The lines at the top and bottom of every page. */
export function running({ running: text, madeUp, madeOn, marking }: Paper) {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  const small = { size: 17, color: soft, font: sans };
  const marked = () =>
    marking === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 60 },
            children: [new TextRun({ ...small, color: '161412', bold: true, text: marking })],
          }),
        ];
  return {
    headers: {
      default: new Header({
        children: [
          ...marked(),
          new Paragraph({
            tabStops,
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: rule } },
            children: [
              new TextRun({ ...small, text }),
              ...(madeUp ? [new TextRun({ ...small, bold: true, text: '\tMade-up example' })] : []),
            ],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          ...marked(),
          new Paragraph({
            tabStops,
            children: [
              new TextRun({ ...small, text: `Freehold · ${day(madeOn)}\t` }),
              new TextRun({
                ...small,
                children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
              }),
            ],
          }),
        ],
      }),
    },
  };
}
