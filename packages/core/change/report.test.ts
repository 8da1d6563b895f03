import { expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { described } from './describe.ts';
import { logframeCells } from './logframe.ts';
import { blankLink, blankNode, Theory } from './model.ts';
import { inOrder, lanesOf } from './order.ts';
import { theoryReport } from './report.ts';
import { stagesDone } from './stages.ts';
import { sound, soundKnown } from './testing.ts';
import { theoryReports } from './written/frame.ts';

const input = {
  ...{ theory: sound, known: soundKnown, partnership: 'P', place: 'Harbourside', madeUp: true },
  ...{ madeOn: '2026-03-02', edition: 'Version 1' },
};

test.each(theoryReports)('the report “%s” is a document', (kind) => {
  const document = theoryReport(kind, input);
  expect(Document.parse(document)).toEqual(document);
  const empty = theoryReport(kind, {
    ...input,
    theory: Theory.parse({ title: 'T', nodes: [], links: [] }),
  });
  expect(Document.safeParse(empty).success).toBe(true);
});

test('the narrative tells the goal first, and why each step leads to the next', () => {
  const text = JSON.stringify(theoryReport('narrative', input));
  expect(text.indexOf('Nobody is held')).toBeLessThan(text.indexOf('Advice in the language'));
  expect(text).toContain('Asked of ten workers in 2025');
  expect(text).toContain('Every check of the theory passes.');
});

test('the evidence report keeps claims and what somebody said apart', () => {
  const [first] = theoryReport('evidence', input).sheet.rows;
  expect(first).toEqual([
    'Advice in the language of the worker → Workers know what they are owed',
    'Asked of ten workers in 2025: those who knew were paid.',
    'Advice informs (supports, moderate confidence)',
    '',
    '',
    'Good evidence: claim of moderate confidence; nobody on record; no live value',
  ]);
});

test('[TC-21] a logframe goes from goal to input with the assumptions of the links into each', () => {
  const theory = Theory.parse({
    ...sound,
    nodes: [...sound.nodes, blankNode('law', 'external', 'The law stays')],
    links: [
      { ...sound.links[0], assumptions: [{ text: 'They have a telephone' }] },
      blankLink('l3', 'law', 'know'),
    ],
  });
  expect(logframeCells(theory)).toEqual([
    ['level', 'what', 'indicator', 'baseline', 'target', 'means of verification', 'assumptions'],
    ['Goal', 'Nobody is held in forced labour', '', '', '', '', ''],
    [
      ...[
        'Outcome',
        'Workers know what they are owed',
        'Share who can name the minimum wage',
        '',
        '',
      ],
      ...['', 'They have a telephone; The law stays'],
    ],
    ['Activity', 'Advice in the language of the worker', '', '', '', '', ''],
  ]);
});

test('[TC-22] each stage asks for something of its own', () => {
  const empty = Theory.parse({ title: 'T', nodes: [], links: [] });
  expect(Object.values(stagesDone(empty))).toEqual([false, false, false, false, false, false]);
  expect(stagesDone(sound)).toEqual({
    ...{ goal: true, mapping: true, assumptions: false, interventions: true },
    ...{ indicators: true, narrative: true },
  });
});

test('a theory is described in words, in order from what is put in, and by lanes', () => {
  expect(described(sound, soundKnown)).toBe(
    'One activity, one outcome and one impact, joined by two links. It leads to “Nobody is held in forced labour”. Evidence behind the links: good for 1, little for 1, none for 0, against 0. Every check passes.',
  );
  expect(inOrder(sound).map(({ id }) => id)).toEqual(['advice', 'know', 'free']);
  expect(lanesOf({ ...sound, lanes: 'type' })).toEqual(['Impact', 'Outcome', 'Activity']);
  expect(lanesOf({ ...sound, lanes: 'actor' })).toEqual(['']);
});
