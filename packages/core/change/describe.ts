import { capital, count, list } from '../document/index.ts';
import { findings } from './checks.ts';
import { linkFacts, type Known } from './facts.ts';
import { gradeOf, linkLook } from './look.ts';
import { NodeType, type Theory, type TheoryLink } from './model.ts';
import { confidenceWords, readingWords, toneWords, typeWords } from './words.ts';

/** A theory in one paragraph, for who cannot see the drawing: how much there is, what it aims at, what it rests on. */
export function described(theory: Theory, known: Known): string {
  const { nodes, links } = theory;
  if (nodes.length === 0) return 'Nothing is drawn yet.';
  const kinds = NodeType.options
    .map((type) => ({ type, many: nodes.filter((node) => node.type === type).length }))
    .filter(({ many }) => many > 0)
    .map(({ type, many }) => count(many, typeWords[type].toLowerCase(), plurals[type]));
  const goals = nodes.filter(({ type }) => type === 'impact').map(({ title }) => `“${title}”`);
  const grades = links.map((link) => gradeOf(linkFacts(link, known)));
  const graded = (grade: string) => grades.filter((each) => each === grade).length;
  const wrong = findings(theory, known).length;
  return [
    `${capital(list(kinds))}, joined by ${count(links.length, 'link', 'links')}.`,
    goals.length === 0 ? 'No goal yet.' : `It leads to ${list(fewOf(goals))}.`,
    `Evidence behind the links: good for ${graded('much')}, little for ${graded('little')}, none for ${graded('none')}, against ${graded('against')}.`,
    wrong === 0
      ? 'Every check passes.'
      : `${capital(count(wrong, 'thing is', 'things are'))} to mend.`,
  ].join(' ');
}

/** The first three, and how many others there are. */
function fewOf(titles: readonly string[]): readonly string[] {
  const more = titles.length - 3;
  return more < 2 ? titles : [...titles.slice(0, 3), count(more, 'other', 'others')];
}

/** One link with all that it rests on: "Evidence low; somebody is on record; on course". */
export function sayLink(link: TheoryLink, known: Known): string {
  const facts = linkFacts(link, known);
  const support =
    facts.support === null ? 'no claim' : `claim of ${confidenceWords[facts.support]} confidence`;
  const against =
    facts.against === null
      ? ''
      : `, against it one of ${confidenceWords[facts.against]} confidence`;
  const quote = facts.quoted
    ? `said by ${link.saidBy === '' ? 'somebody not named' : link.saidBy}`
    : 'nobody on record';
  return `${toneWords[linkLook(facts).tone]}: ${support}${against}; ${quote}; ${readingWords[facts.reading]}`;
}

const plurals = {
  impact: 'impacts',
  outcome: 'outcomes',
  precondition: 'preconditions',
  output: 'outputs',
  activity: 'activities',
  input: 'inputs',
  assumption: 'assumptions',
  external: 'external factors',
} as const;
