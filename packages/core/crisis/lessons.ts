import { day, list, type Block, type Document, type Sheet } from '../document/index.ts';
import type { Finding } from './item.ts';
import { ofKind } from './kinds.ts';
import { practiceOf } from './library.ts';
import { actionTable, changeTable } from './report-parts.ts';
import { crisisDocument, instant, type CrisisInput } from './report-input.ts';
import { completion } from './timer.ts';
import { helpedWords, phaseWords, typeWords } from './words.ts';

/** What a crisis taught: what helped, what did not and for whom, what became of each, and how it went. [CR-2] */
export function lessonsRecord(input: CrisisInput): Document {
  const { crisis, place } = input;
  const findings = ofKind(input.items, 'finding').map(({ content }) => content);
  return crisisDocument(input, {
    kind: 'lessons-record',
    title: `Lessons: ${crisis.title}`,
    subtitle: `${place} · ${typeWords[crisis.type]}, ${phaseWords[crisis.phase].toLowerCase()} · ${spanOfTime(input)}`,
    sections: [
      { title: 'What was found', blocks: findingBlocks(findings) },
      { title: 'What was done', blocks: [doneBlock(input), actionTable(input)] },
      ...(input.changes.length === 0
        ? []
        : [{ title: 'What the counts did', blocks: [changeTable(input.changes)] }]),
      { title: 'How it went', blocks: [eventTable(input)] },
      { title: 'How to read this', blocks: [{ kind: 'note', text: limits }] },
    ],
    sheet: sheet(findings),
  });
}

/** What became of a finding, in words; '' where nothing did. */
export function becameOf({
  claim,
  gap,
  action,
}: Pick<Finding, 'claim' | 'gap' | 'action'>): string {
  const became = [
    claim !== null && 'a draft claim of the evidence register',
    gap !== null && 'a gap of the plan',
    action !== null && 'an action of the plan',
  ].filter((part) => part !== false);
  return became.length === 0 ? '' : list(became);
}

function findingBlocks(findings: readonly Finding[]): readonly Block[] {
  if (findings.length === 0) {
    return [{ kind: 'text', text: 'Nothing has been written down yet.' }];
  }
  return (['helped', 'did-not', 'mixed', 'not-known'] as const).flatMap((helped): Block[] => {
    const here = findings.filter((each) => each.helped === helped);
    if (here.length === 0) return [];
    return [
      { kind: 'heading', text: helpedWords[helped] },
      { kind: 'list', items: here.map((finding) => ({ text: findingSaid(finding) })) },
    ];
  });
}

function findingSaid(finding: Finding): string {
  const practice = practiceOf(finding.practice);
  const became = becameOf(finding);
  return [
    finding.says,
    finding.forWhom !== '' && `For whom: ${finding.forWhom}`,
    practice !== null && `Practice: ${practice.title} (${practice.status})`,
    became !== '' && `Became ${became}`,
  ]
    .filter((part) => part !== false)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

function doneBlock({ items, crisis, now }: CrisisInput): Block {
  const actions = ofKind(items, 'action').map(({ content }) => content);
  const { done, all } = completion(actions, crisis.activatedAt, crisis.endedAt ?? now);
  return {
    kind: 'text',
    text: all === 0 ? 'No actions were planned.' : `${done} of ${all} actions were done.`,
  };
}

function eventTable({ events }: CrisisInput): Block {
  return {
    kind: 'table',
    caption: 'What happened when',
    quiet: true,
    columns: [
      { title: 'When', width: 26 },
      { title: 'What', width: 52 },
      { title: 'By', width: 22 },
    ],
    rows: events.map(({ at, says, what, by }) => [instant(at), says === '' ? what : says, by]),
  };
}

function spanOfTime({ crisis: { activatedAt, endedAt } }: CrisisInput): string {
  if (activatedAt === null) return 'not active';
  const from = day(activatedAt.toISOString());
  return endedAt === null ? `since ${from}` : `${from} to ${day(endedAt.toISOString())}`;
}

const limits =
  'A finding is what the people who were there say. It becomes evidence only once others have looked at it: in the register it begins as a draft claim without a grade.';

function sheet(findings: readonly Finding[]): Sheet {
  return {
    columns: ['helped', 'says', 'for_whom', 'practice', 'practice_status', 'became'],
    rows: findings.map((finding) => [
      ...[finding.helped, finding.says, finding.forWhom, finding.practice],
      ...[practiceOf(finding.practice)?.status ?? null, becameOf(finding)],
    ]),
  };
}
