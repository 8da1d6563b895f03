import type { TargetAnswer } from '@freehold/core/action';
import { answerWords } from './words.ts';

/** How a target stands in words, with a mark of its own shape. */
export function StandingTag({ answer }: { answer: TargetAnswer }) {
  return (
    <span className="standing" data-answer={answer}>
      <svg
        className="standing-mark"
        width="16"
        height="16"
        viewBox="-8 -8 16 16"
        aria-hidden="true"
      >
        <path d={marks[answer]} />
      </svg>
      {answerWords[answer]}
    </span>
  );
}

const up = 'M0 -7L7 1H3V7H-3V1H-7z';
const marks: Readonly<Record<TargetAnswer, string>> = {
  'on-track': 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z',
  ahead: up,
  behind: 'M0 7L7 -1H3V-7H-3V-1H-7z',
  'too-early': 'M-6 -6h12v3l-5 3l5 3v3h-12v-3l5 -3l-5 -3z',
  'no-data': 'M-6 -1.5h12v3h-12z',
  'cannot-compare': 'M-6 -5h12v3h-12zM-6 2h12v3h-12z',
};
