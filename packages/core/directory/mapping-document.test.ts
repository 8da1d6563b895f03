import { describe, expect, test } from 'vitest';
import { Document } from '../document/index.ts';
import { fittingList, peopleCovered } from './area-choice.ts';
import { shippedCodeLists } from './code-list.ts';
import { mappingDocument } from './mapping-document.ts';
import type { MappedPartnership, MappingInput } from './mapping-input.ts';
import { Profile } from './partnership.ts';

const quay = { code: 'q', name: 'Quay', population: 300 };
const hill = { code: 'h', name: 'Hill', population: 100 };
const moor = { code: 'm', name: 'Moor', population: null };

function mapped(name: string, profile: object, sectors: readonly string[] = []): MappedPartnership {
  return {
    ...{ name, profile: Profile.parse(profile), verifiedOn: null, stale: true },
    ...{ completeness: { answered: 5, asked: 20 }, sectors },
  };
}

const input: MappingInput = {
  madeOn: '2026-03-02',
  partnership: { name: 'Nation', madeUp: true },
  lists: shippedCodeLists,
  areas: { code: 'districts', areas: [quay, hill, moor] },
  partnerships: [
    mapped(
      'One',
      { areas: [quay].map(({ code, name }) => ({ code, name })), chair: { category: 'police' } },
      ['police', 'ngo', 'police'],
    ),
    mapped('Two', { areas: [{ code: '', name: 'Hill' }], status: 'closed', activities: [] }),
  ],
  organisations: 3,
  waiting: { 'name-open': 2 },
};
const text = JSON.stringify(mappingDocument(input));

describe('the mapping as a report', () => {
  test('is a document that every renderer draws', () => {
    expect(Document.parse(mappingDocument(input)).sections.map(({ title }) => title)).toEqual([
      'Summary',
      'Where there are partnerships',
      'Form and structure',
      'Who leads',
      'Who takes part',
      'What they do',
      'How progress is measured',
      'How the work is funded',
      'Governance',
      'Good practice',
      'What is not known',
      'The partnerships',
      'How this was worked out',
    ]);
  });

  test('[DR-12] a closed partnership covers nothing; areas without a number of people are told', () => {
    expect(text).toContain('1 of 3 (33%)');
    expect(text).toContain('300 of 400 (75%); one area without a number');
    expect(text).toContain('Hill and Moor');
  });

  test('[DR-13] non-answers stand in each table', () => {
    const [, , , lead] = mappingDocument(input).sections;
    expect(lead?.blocks[0]).toMatchObject({
      caption: 'Who takes the chair (1 answered)',
      rows: [
        ['Police', '1', '100%'],
        ['No answer', '1', '–'],
      ],
    });
  });

  test('[DR-1] in the sheet, none is an answer and a missing one is null', () => {
    const { columns, rows } = mappingDocument(input).sheet;
    const activities = columns.indexOf('activities');
    expect(rows.map((row) => row[activities])).toEqual([null, 'none']);
  });
});

test('the list that fits is the one that knows most of the areas', () => {
  const nation = { code: 'forces', areas: [moor] };
  expect(fittingList([nation, input.areas], input.partnerships)).toBe(input.areas);
  expect(fittingList([], input.partnerships)).toBeNull();
  expect(peopleCovered(input.partnerships, [moor])).toBeNull();
});
