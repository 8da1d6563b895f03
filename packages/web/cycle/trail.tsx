import { stageWords } from '../framework/axes.ts';
import { count, moment } from '../words.ts';
import type { RoundPage } from './calls.ts';

type Step = RoundPage['steps'][number];

/** Who started, closed and opened which stage, with what was said and left. */
export function Trail({ steps }: { steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <details className="method">
      <summary>Who said what when: {count(steps.length, 'step', 'steps')}</summary>
      <ul>
        {steps.map(({ stage, from, to, by, note, left, at }) => (
          <li key={`${at} ${stage} ${to}`}>
            {stageWords[stage]} {verb(from, to)} by {by}, {moment(at)}.{note !== '' && ` “${note}”`}
            {left.length > 0 && ` Left: ${left.join('; ')}.`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function verb(from: Step['from'], to: Step['to']): string {
  if (to === 'closed') return 'closed';
  if (to === 'not-started') return 'put back to not started';
  return from === 'closed' ? 'opened again' : 'started';
}
