import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '@freehold/core/review';
import { Button } from '../parts/button.tsx';
import type { Answers } from './answers.ts';
import { RateFrame } from './frame.tsx';
import { Jump } from './jump.tsx';
import { KeyHelp } from './key-help.tsx';
import { keysOn, useRateKeys } from './keys.ts';
import { RateCard } from './card.tsx';
import type { Card, Rate } from './rate.ts';
import { answerWords } from './words.ts';

/** One question at a time, with the way to every other one. */
export function Questions({
  token,
  rate,
  answers,
  card,
}: {
  token: string;
  rate: Rate;
  answers: Answers;
  card: Card;
}) {
  const navigate = useNavigate({ from: '/rate/$token' });
  const [help, setHelp] = useState(false);
  const [keys, setKeys] = useState(keysOn);
  const [said, setSaid] = useState('');
  const position = rate.cards.indexOf(card);
  const go = (at: string) => void navigate({ search: { at } });
  const next = rate.cards[position + 1];
  const previous = rate.cards[position - 1];
  const open = nextOpen(rate, answers, position);
  const answer = (given: Answer | null) =>
    answers.edit({ ...answers.of(card.code), answer: given });
  useRateKeys(keys, rate.answers === 'all-some-none', {
    rate: (given) => {
      answer(given);
      setSaid(`${answerWords(rate, given)}: chosen`);
      focusChoice(card.code, given);
    },
    move: (by) => {
      const to = by === 1 ? (next?.code ?? 'check') : previous?.code;
      if (to !== undefined) go(to);
    },
    explain: () => setHelp(true),
  });
  const list = <Jump token={token} rate={rate} answers={answers} at={card.code} />;
  return (
    <RateFrame
      rate={rate}
      answers={answers}
      beside={
        <>
          <div className="rate-side">{list}</div>
          <details className="rate-fold" key={card.code}>
            <summary>
              Question {position + 1} of {rate.cards.length}
              <span className="soft"> · all questions</span>
            </summary>
            {list}
          </details>
        </>
      }
    >
      <RateCard
        token={token}
        rate={rate}
        card={card}
        answers={answers}
        place={`Question ${position + 1} of ${rate.cards.length}`}
        onAnswer={answer}
      />
      <span className="unseen" role="status">
        {said}
      </span>
      <div className="rate-move">
        <Button disabled={previous === undefined} onClick={() => previous && go(previous.code)}>
          Back
        </Button>
        <Button tone="primary" onClick={() => go(next?.code ?? 'check')}>
          {next === undefined ? 'Look over all' : 'Next'}
        </Button>
        {open !== undefined && open !== next && (
          <Button tone="quiet" onClick={() => go(open.code)}>
            Next unanswered
          </Button>
        )}
        <span className="keys-button">
          <Button tone="quiet" onClick={() => setHelp(true)}>
            Keys <kbd>?</kbd>
          </Button>
        </span>
      </div>
      <KeyHelp
        plain={rate.answers === 'all-some-none'}
        open={help}
        on={keys}
        onSwitch={setKeys}
        onClose={() => setHelp(false)}
      />
    </RateFrame>
  );
}

/** The next question without an answer, round the end to the beginning; none when all have one. */
function nextOpen(rate: Rate, answers: Answers, position: number): Card | undefined {
  const onwards = [...rate.cards.slice(position + 1), ...rate.cards.slice(0, position)];
  return onwards.find(({ code }) => answers.of(code).answer === null);
}

/** When the keyboard stands in the group already, it goes along with the answer. */
function focusChoice(code: string, answer: Answer): void {
  if (!(document.activeElement instanceof HTMLInputElement)) return;
  if (document.activeElement.name !== `answer-${code}`) return;
  document.querySelector<HTMLInputElement>(`[name="answer-${code}"][value="${answer}"]`)?.focus();
}
