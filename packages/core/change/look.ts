import { confidences, type LinkFacts } from './facts.ts';

/** How much evidence there is: none, little (untested to low), much (moderate or high), or as much against it. */
export type Grade = 'none' | 'little' | 'much' | 'against';

export type Tone =
  'open' | 'said' | 'thin' | 'supported' | 'moving' | 'holding' | 'off-course' | 'contradicted';

/** A link as it is drawn: colour, its depth, the line's pattern, and the mark that it carries. */
export type LinkLook = {
  readonly tone: Tone;
  readonly shade: 'pale' | 'full';
  readonly line: 'dotted' | 'dashed' | 'solid' | 'double';
  readonly mark: '' | '▲' | '▼';
};

/**
 * How a link is drawn, from what it rests on and nothing else. The grade of its claims, whether somebody is on record,
 * and the live reading each show: no two different sets of the three look alike. [TC-12]
 */
export function linkLook(facts: LinkFacts): LinkLook {
  const grade = gradeOf(facts);
  return {
    tone: toneOf(grade, facts),
    shade: facts.quoted ? 'full' : 'pale',
    line: lines[grade],
    mark: facts.reading === 'none' ? '' : facts.reading === 'on-course' ? '▲' : '▼',
  };
}

/** Evidence against a link outweighs what is for it when it is at least as sure. An untested claim is none against. */
export function gradeOf({ support, against }: LinkFacts): Grade {
  const rank = (confidence: typeof support) =>
    confidence === null ? -1 : confidences.indexOf(confidence);
  if (rank(against) > 0 && rank(against) >= rank(support)) return 'against';
  if (support === null) return 'none';
  return rank(support) >= confidences.indexOf('moderate') ? 'much' : 'little';
}

const lines = { none: 'dotted', little: 'dashed', much: 'solid', against: 'double' } as const;

// What speaks against a link comes first: a warning must not hide behind good news.
function toneOf(grade: Grade, { quoted, reading }: LinkFacts): Tone {
  if (grade === 'against') return 'contradicted';
  if (reading === 'off-course') return 'off-course';
  if (grade === 'much') return reading === 'on-course' ? 'holding' : 'supported';
  if (reading === 'on-course') return 'moving';
  if (grade === 'little') return 'thin';
  return quoted ? 'said' : 'open';
}
