import { Link } from '@tanstack/react-router';
import type { Answers } from './answers.ts';
import type { Typed } from './queue.ts';
import { asks, parts, type Rate } from './rate.ts';
import { answerWords } from './words.ts';

/** Every answer under its topic, with what it rests on. `locked` leaves out the way to change one. */
export function AnswerList({
  token,
  rate,
  answers,
  locked = false,
}: {
  token: string;
  rate: Rate;
  answers: Answers;
  locked?: boolean;
}) {
  return (
    <>
      {parts(rate.cards).map(({ code, title, cards }) => (
        <section key={code} className="stack-tight">
          <h2>{title}</h2>
          <ul className="answer-list">
            {cards.map((card) => (
              <li key={card.code}>
                <span className="asked">
                  {card.section === '' && (
                    <span className="small soft topic">{card.topicTitle}</span>
                  )}
                  {asks(card)}
                </span>
                <Given
                  rate={rate}
                  typed={answers.of(card.code)}
                  files={answers.filesOf(card.code).length}
                />
                {!locked && (
                  <Link to="/rate/$token" params={{ token }} search={{ at: card.code }}>
                    {answers.of(card.code).answer === null ? 'Answer' : 'Change'}
                    <span className="unseen">: {card.title}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Given({ rate, typed, files }: { rate: Rate; typed: Typed; files: number }) {
  const rests = [
    typed.grade && `evidence ${typed.grade}`,
    typed.confidence && `${typed.confidence} confidence`,
    typed.link !== '' && 'a link',
    files > 0 && (files === 1 ? 'a file' : `${files} files`),
  ].filter((part) => part !== false && part !== null);
  return (
    <span className="given">
      <span className={typed.answer === null ? 'open' : 'strong'}>
        {answerWords(rate, typed.answer)}
      </span>
      {rests.length > 0 && <span className="small soft"> · {rests.join(', ')}</span>}
      {typed.comment !== '' && <span className="comment">{typed.comment}</span>}
    </span>
  );
}
