import { day, number, percent, type Block, type Item, type Section } from '../document/index.ts';
import type { ConfidenceRule } from './claim.ts';
import { groupStanding, type GroupMember } from './group.ts';
import type { Protocol } from './protocol.ts';
import type { Study } from './study.ts';
import { survivorInclusion, type Inclusion } from './survivor-inclusion.ts';

/** What a guide says of how it came about. */
export type Annex = {
  readonly today: string;
  readonly studies: readonly Study[];
  readonly protocols: readonly Protocol[];
  readonly rule: ConfidenceRule;
  /** Why the rule is not the usual one; null where it is. */
  readonly ruleBecause: string | null;
  readonly groups: readonly {
    readonly name: string;
    readonly survivorSeats: number;
    readonly members: readonly GroupMember[];
    readonly decisions: readonly {
      readonly decidedOn: string;
      readonly decision: string;
      readonly dissent: string;
    }[];
  }[];
  /** Records that came in, by what became of them. */
  readonly arrivals: {
    readonly new: number;
    readonly duplicate: number;
    readonly rejected: number;
  };
};

/** The end of a guide: survivors' part, the searches with their counts, the rule, and who judged. [EV-18] [EV-19] */
export function methodAnnex(annex: Annex): readonly Section[] {
  return [
    { title: 'Survivors’ part', newPage: true, blocks: survivors(annex) },
    { title: 'Method: how the studies were found', blocks: searches(annex) },
    { title: 'Method: how confidence follows', blocks: ruleBlocks(annex) },
    { title: 'Who judged', blocks: judges(annex) },
  ];
}

function survivors({ studies }: Annex): readonly Block[] {
  const found = survivorInclusion(studies);
  const row = (words: string, { yes, known, all }: Inclusion) => [
    words,
    known === 0 ? '– (no study says)' : `${number(yes)} of ${number(known)}`,
    known === 0 ? '–' : percent(yes / known),
    number(all - known),
  ];
  return [
    {
      kind: 'table',
      caption: 'Studies in which survivors had a part, of those that say so or deny it',
      columns: [
        { title: 'Part', width: 34 },
        { title: 'Studies', width: 22, figures: true },
        { title: 'Share', width: 14, figures: true },
        { title: 'Do not say', width: 16, figures: true },
      ],
      rows: [
        row('Any part', found.any),
        row('In design', found.design),
        row('In carrying it out', found.implementation),
        row('In evaluating it', found.evaluation),
      ],
    },
    {
      kind: 'note',
      text: 'A study that is silent is not counted as one without. Of 262 evaluations in Walk Free’s database, ten told of any part in June 2022.',
    },
  ];
}

function searches({ protocols, arrivals }: Annex): readonly Block[] {
  const all = arrivals.new + arrivals.duplicate + arrivals.rejected;
  return [
    {
      kind: 'text',
      text: `${number(all)} records came into the register: ${number(arrivals.new)} new publications, ${number(arrivals.duplicate)} there already, ${number(arrivals.rejected)} rejected with a reason.`,
    },
    ...(protocols.length === 0
      ? [{ kind: 'note', text: 'No search protocol is put down.' } as const]
      : protocols.flatMap(searchBlocks)),
  ];
}

function searchBlocks(protocol: Protocol): readonly Block[] {
  const { searchedFrom, searchedTo, updatedOn } = protocol;
  const days = [searchedFrom, searchedTo].flatMap((on) => (on === null ? [] : [day(on)]));
  const said = (text: string) => (text === '' ? '– (not said)' : text);
  const counted = (n: number | null) => (n === null ? '– (not counted)' : number(n));
  return [
    { kind: 'heading', text: protocol.title, aside: protocol.question },
    {
      kind: 'facts',
      facts: [
        ['Where', said(protocol.databases.join(', '))],
        ['When', said(days.join(' to '))],
        ['Words', said(protocol.strings)],
        ['Languages', said(protocol.languages)],
        ['Taken in', said(protocol.inclusion.join('; '))],
        ['Left out', said(protocol.exclusion.join('; '))],
        ['People to a record', String(protocol.screeners)],
        ['Brought up to date', updatedOn === null ? '– (not said)' : day(updatedOn)],
      ],
    },
    {
      kind: 'table',
      caption: `Screening counts of ${protocol.title}`,
      columns: [
        { title: 'Step', width: 60 },
        { title: 'Records', width: 20, figures: true },
      ],
      rows: [
        ['Found', counted(protocol.identified)],
        ['Duplicates', counted(protocol.duplicates)],
        ['Screened', counted(protocol.screened)],
        ...protocol.excluded.map(({ reason, n }) => [`Left out: ${reason}`, number(n)]),
        ['Taken in', counted(protocol.included)],
      ],
    },
  ];
}

function ruleBlocks({ rule, ruleBecause }: Annex): readonly Block[] {
  const items: readonly Item[] = [
    { text: `A study is strong from ${rule.strongFrom} on the Maryland scale.` },
    { lead: 'Untested:', text: 'no study.' },
    { lead: 'Very low:', text: `fewer than ${rule.manyWeak} studies, none strong.` },
    {
      lead: 'Low:',
      text: `${rule.manyWeak} or more and none strong, one strong, or strong ones that differ.`,
    },
    {
      lead: 'Moderate:',
      text: `${rule.moderateStudies} strong or more, ${percent(rule.moderateShare)} of one mind.`,
    },
    {
      lead: 'High:',
      text: `${rule.highStudies} strong or more, ${percent(rule.highShare)} of one mind, from ${rule.highContexts} contexts or more.`,
    },
  ];
  return [
    { kind: 'list', items },
    {
      kind: 'note',
      text:
        ruleBecause === null
          ? 'The usual rule of Freehold, a default of ours. Studies with one sample count once.'
          : `The partnership’s own rule: ${ruleBecause} Studies with one sample count once.`,
    },
  ];
}

function judges({ groups, today }: Annex): readonly Block[] {
  if (groups.length === 0) return [{ kind: 'note', text: 'No working group is put down.' }];
  return groups.flatMap(({ name, survivorSeats, members, decisions }): readonly Block[] => {
    const standing = groupStanding(survivorSeats, members, today);
    return [
      { kind: 'heading', text: name },
      {
        kind: 'text',
        text: `${number(standing.members)} members; ${number(standing.survivorSeatsFilled)} of ${number(survivorSeats)} survivor seats taken; ${number(standing.undeclared)} not asked for their interests.`,
      },
      ...(decisions.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              items: decisions.map(({ decidedOn, decision, dissent }) => ({
                lead: day(decidedOn),
                text: dissent === '' ? decision : `${decision} Dissent: ${dissent}`,
              })),
            },
          ]),
    ];
  });
}
