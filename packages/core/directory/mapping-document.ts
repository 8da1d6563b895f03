import { count, day, list, percent, type Document, type Section } from '../document/index.ts';
import { coverage } from './coverage.ts';
import { peopleCovered } from './area-choice.ts';
import { distributionTable, sectorsOf } from './mapping-tables.ts';
import type { MappingInput } from './mapping-input.ts';
import { partnershipRows, partnershipsTable } from './mapping-list.ts';
import { distributions, type MappedQuestion } from './report.ts';

/**
 * The mapping as a report, in the chapters of the studies of 2017 and 2020. Every share says of how many answers it
 * is, and how many gave none; nothing is ranked. [DR-12] [DR-13]
 */
export function mappingDocument(input: MappingInput): Document {
  const { partnership, madeOn } = input;
  return {
    format: 'freehold-document/1',
    kind: 'partnership-mapping',
    title: 'Partnerships against slavery: who leads, who takes part, what they do',
    subtitle: `${partnership.name}, ${day(madeOn)}`,
    running: `Partnership mapping · ${partnership.name}`,
    partnership: partnership.name,
    place: '',
    ...{ madeUp: partnership.madeUp, madeOn, marking: '' },
    sections: chapters(input),
    sheet: partnershipRows(input),
  };
}

function chapters(input: MappingInput): readonly Section[] {
  const found = distributions(input.partnerships, input.lists);
  const table = (question: MappedQuestion, caption: string) =>
    distributionTable(caption, question, found[question], input.lists);
  return [
    summary(input),
    coverageChapter(input),
    {
      title: 'Form and structure',
      blocks: [
        table('scale', 'Scale of the partnerships'),
        table('type', 'Type of partnership'),
        table('function', 'What they are for'),
        { kind: 'text', text: structureWords(input) },
      ],
    },
    {
      title: 'Who leads',
      blocks: [table('chair', 'Who takes the chair'), table('coordinator', 'Who co-ordinates')],
    },
    {
      title: 'Who takes part',
      blocks: [
        distributionTable(
          'Partnerships with a member of each sector',
          'sector',
          sectorsOf(input),
          input.lists,
        ),
        {
          kind: 'note',
          text: `${count(input.organisations, 'organisation is', 'organisations are')} listed. A partnership without listed members has not answered.`,
        },
      ],
    },
    { title: 'What they do', blocks: [table('activity', 'Activities')] },
    { title: 'How progress is measured', blocks: [table('measure', 'Measures')] },
    { title: 'How the work is funded', blocks: [table('funding', 'Sources of funding')] },
    { title: 'Governance', blocks: [table('document', 'Governance documents')] },
    { title: 'Good practice', blocks: [table('good-practice', 'Good practice named')] },
    gaps(input),
    { title: 'The partnerships', blocks: [partnershipsTable(input)], newPage: true },
    method(input),
  ];
}

function summary({ partnerships, areas, organisations }: MappingInput): Section {
  const { covered, total } = coverage(partnerships, areas.areas);
  return {
    title: 'Summary',
    blocks: [
      {
        kind: 'lead',
        text: `${count(partnerships.length, 'partnership is', 'partnerships are')} listed, with ${count(organisations, 'organisation', 'organisations')}. ${covered} of ${total} areas have at least one at work.`,
      },
      {
        kind: 'note',
        text: 'Coverage is told, and not density: several partnerships in an area are no better than one.',
      },
    ],
  };
}

function coverageChapter({ partnerships, areas }: MappingInput): Section {
  const { covered, total, uncovered } = coverage(partnerships, areas.areas);
  const people = peopleCovered(partnerships, areas.areas);
  const facts: [string, string][] = [
    [
      'Areas with a partnership',
      total === 0 ? 'not known' : `${covered} of ${total} (${percent(covered / total)})`,
    ],
    [
      'People living there',
      people === null
        ? 'not known: no populations have been imported'
        : `${people.covered.toLocaleString('en-GB')} of ${people.all.toLocaleString('en-GB')} (${percent(people.covered / people.all)})${people.unknown > 0 ? `; ${count(people.unknown, 'area', 'areas')} without a number` : ''}`,
    ],
    ['Areas without one', uncovered.length === 0 ? 'none' : list(uncovered)],
  ];
  return { title: 'Where there are partnerships', blocks: [{ kind: 'facts', facts }] };
}

function structureWords({ partnerships }: MappingInput): string {
  const tied = partnerships.filter(({ profile }) => profile.ties.length > 0).length;
  const open = partnerships.filter(({ profile }) =>
    profile.ties.some(({ partnership }) => partnership === null),
  ).length;
  return `${tied} of ${partnerships.length} say how they stand to another partnership; in ${count(open, 'structure', 'structures')} a place is still to be filled.`;
}

function gaps({ partnerships, waiting }: MappingInput): Section {
  const stale = partnerships.filter((each) => each.stale).length;
  const open = Object.values(waiting).reduce((sum, n) => sum + n, 0);
  const answered = partnerships.reduce((sum, each) => sum + each.completeness.answered, 0);
  const asked = partnerships.reduce((sum, each) => sum + each.completeness.asked, 0);
  return {
    title: 'What is not known',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Questions answered', asked === 0 ? '–' : percent(answered / asked)],
          ['Profiles not verified within 12 months', `${stale} of ${partnerships.length}`],
          ['Things waiting to be cleaned up', String(open)],
        ],
      },
    ],
  };
}

function method({ areas, lists, madeOn }: MappingInput): Section {
  const own = lists.filter(({ version }) => version > 0).map(({ title }) => title);
  return {
    title: 'How this was worked out',
    blocks: [
      {
        kind: 'text',
        text: `From the directory as it stood on ${day(madeOn)}. A share is of the partnerships that answered the question; those that did not are counted beside it. Where several answers may be given, shares add up to more than 100%. Areas are those of the list “${areas.code}”.`,
      },
      {
        kind: 'text',
        text:
          own.length === 0
            ? 'Codes are those that Freehold ships, after the studies of 2017 and 2020.'
            : `Codes are those that Freehold ships, after the studies of 2017 and 2020, but for the partnership’s own: ${list(own)}.`,
      },
    ],
  };
}
