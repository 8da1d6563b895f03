import type { Answer } from '@freehold/core/review';
import { asks, type Card, type Rate } from './rate.ts';
import { plainAnswers } from './words.ts';

type Point = { readonly value: Answer; readonly title: string; readonly says: string };

/** The points of the scale with their anchors as large radio choices, and the two answers beside the scale. */
export function Choices({
  rate,
  card,
  answer,
  onChange,
  locked = false,
}: {
  rate: Pick<Rate, 'answers' | 'scale'>;
  card: Card;
  answer: Answer | null;
  onChange: (answer: Answer) => void;
  locked?: boolean;
}) {
  const group = (points: readonly Point[], apart: boolean) => (
    <div className={apart ? 'choices apart' : 'choices'}>
      {points.map((point) => (
        <label key={point.value} className="choice">
          <input
            type="radio"
            name={`answer-${card.code}`}
            value={point.value}
            checked={answer === point.value}
            onChange={() => onChange(point.value)}
          />
          <span className="mark" aria-hidden="true">
            {marks[point.value] ?? point.value}
          </span>
          <span className="says">
            <span className="name">{point.title}</span>
            {point.says !== '' && <span className="anchor">{point.says}</span>}
          </span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset className="answer" disabled={locked}>
      <legend className="unseen">{asks(card)}</legend>
      {group(points(rate, card), false)}
      {group(beside, true)}
    </fieldset>
  );
}

const marks: Partial<Record<Answer, string>> = { na: 'n', dk: 'd' };

const beside: readonly Point[] = [
  { value: 'na', title: 'Not applicable', says: 'This cannot exist here. It leaves the average.' },
  { value: 'dk', title: 'Don’t know', says: 'A useful answer: it shows what we cannot see yet.' },
];

function points(rate: Pick<Rate, 'answers' | 'scale'>, card: Card): readonly Point[] {
  if (rate.answers === 'all-some-none') {
    return plainAnswers.map(([value, title, says]) => ({ value, title, says }));
  }
  return rate.scale.flatMap(({ value, label, anchor }) => {
    const answer = scaleAnswers[value];
    return answer === undefined
      ? []
      : [{ value: answer, title: label, says: card.anchors[value] ?? anchor }];
  });
}

const scaleAnswers: readonly Answer[] = ['0', '1', '2', '3', '4'];
