import { Document, Packer, Paragraph, TextRun, type FileChild } from 'docx';
import type { Block, Item, Paper } from '@freehold/core/document';
import { bars, facts, table } from './docx-tables.ts';
import { numbering, page, running, styles } from './docx-look.ts';

/**
 * A report as a Word document: real headings, table heads that repeat, page numbers, British English; its marking
 * at the top and bottom of every page. [DO-1] [DO-3]
 *
 * A chart is a table with one small picture a topic, each with its figures as alternative text.
 */
export function docx(paper: Paper): Promise<Buffer> {
  const file = new Document({
    creator: paper.partnership,
    lastModifiedBy: paper.partnership,
    title: paper.title,
    subject: paper.subtitle,
    ...(paper.madeUp && { keywords: 'Made-up example' }),
    styles,
    numbering,
    features: { updateFields: false },
    sections: [
      {
        properties: { page, titlePage: false },
        ...running(paper),
        children: body(paper),
      },
    ],
  });
  return Packer.toBuffer(file);
}

function body(paper: Paper): FileChild[] {
  return [
    ...(paper.madeUp ? [new Paragraph({ style: 'MadeUp', text: 'Made-up example' })] : []),
    new Paragraph({ style: 'Subtitle', text: paper.partnership }),
    new Paragraph({ style: 'Title', text: paper.title }),
    new Paragraph({ style: 'Subtitle', text: paper.subtitle }),
    ...paper.sections.flatMap(({ title, blocks, newPage }) => [
      new Paragraph({ style: 'Heading1', text: title, pageBreakBefore: newPage === true }),
      ...blocks.flatMap(block),
    ]),
  ];
}

function block(part: Block): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({ style: 'Heading2', text: part.text }),
        ...(part.aside === undefined || part.aside === ''
          ? []
          : [new Paragraph({ style: 'Aside', text: part.aside })]),
      ];
    case 'lead':
      return [new Paragraph({ style: 'Lead', text: part.text })];
    case 'text':
      return [new Paragraph({ text: part.text })];
    case 'note':
      return [new Paragraph({ style: 'Note', text: part.text })];
    case 'list':
      return part.items.map((each) => item(each, part.small === true));
    case 'facts':
      return facts(part.facts);
    case 'chart':
      return bars(part);
    case 'table':
      return table(part);
  }
}

function item({ lead, text }: Item, small: boolean): Paragraph {
  return new Paragraph({
    ...(small && { style: 'Small' }),
    numbering: { reference: 'plain', level: 0 },
    children: [
      ...(lead === undefined ? [] : [new TextRun({ text: `${lead} `, bold: true })]),
      new TextRun(text),
    ],
  });
}
