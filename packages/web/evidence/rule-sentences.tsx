import type { ConfidenceRule } from '@freehold/core/evidence';
import { percent } from '../words.ts';

/** The rule of confidence in words, with the partnership's numbers. */
export function RuleSentences({ rule }: { rule: ConfidenceRule }) {
  const { strongFrom, manyWeak, moderateStudies, moderateShare } = rule;
  const { highStudies, highShare, highContexts } = rule;
  return (
    <ul>
      <li>A study is strong from {strongFrom} on the Maryland scale.</li>
      <li>Untested: no study.</li>
      <li>Very low: fewer than {manyWeak} studies, none of them strong.</li>
      <li>Low: {manyWeak} or more and none strong, or one strong, or strong ones that differ.</li>
      <li>
        Moderate: {moderateStudies} strong or more, and {percent(moderateShare)} of all are of one
        mind.
      </li>
      <li>
        High: {highStudies} strong or more, {percent(highShare)} of one mind, from {highContexts}{' '}
        contexts or more.
      </li>
      <li>Studies with one sample count once, as the strongest of them.</li>
    </ul>
  );
}
