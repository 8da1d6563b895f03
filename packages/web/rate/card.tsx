import { useEffect } from 'react';
import type { Answer } from '@freehold/core/review';
import { Notice } from '../parts/notice.tsx';
import { Beside } from './beside.tsx';
import { Choices } from './choices.tsx';
import { Evidence } from './evidence.tsx';
import type { Answers } from './answers.ts';
import { asks, type Card, type Rate } from './rate.ts';

/** One indicator: topic, question, help, what is known, the answer, and what it rests on. */
export function RateCard({
  token,
  rate,
  card,
  answers,
  place,
  onAnswer,
}: {
  token: string;
  rate: Rate;
  card: Card;
  answers: Answers;
  place: string;
  onAnswer: (answer: Answer | null) => void;
}) {
  const typed = answers.of(card.code);
  const asked = asks(card);
  useEffect(() => {
    document.title = `${asked} · Freehold`;
  }, [asked]);
  return (
    <article
      className={card.last === null && card.series === null ? 'rate-card' : 'rate-card has-beside'}
      key={card.code}
    >
      <header className="stack-tight">
        <p className="small soft">
          {card.section === '' ? card.topicTitle : card.section}
          <span className="card-place"> · {place}</span>
        </p>
        <h1 id="question" tabIndex={-1}>
          {asked}
        </h1>
        {rate.answers === 'scale' && <p className="soft">{card.help}</p>}
        <Background card={card} help={rate.answers === 'scale' ? '' : card.help} />
      </header>
      <Beside card={card} />
      <section className="stack" aria-label="Your answer">
        {answers.queue.overtaken.has(card.code) && (
          <Notice tone="warn">
            <p>
              A later answer to this question, given on another device, is kept and shown here.
              Answer again to change it.
            </p>
          </Notice>
        )}
        {card.kind === 'measured' && (
          <p className="small soft">
            Rate what the data show for {rate.place.name}: 4 is best, 0 is worst.
          </p>
        )}
        <Choices rate={rate} card={card} answer={typed.answer} onChange={onAnswer} />
        {typed.answer !== null && (
          <button type="button" className="clear" onClick={() => onAnswer(null)}>
            Take my answer back
          </button>
        )}
      </section>
      <Evidence
        token={token}
        typed={typed}
        refused={answers.queue.refused.get(card.code) ?? []}
        files={answers.filesOf(card.code)}
        onChange={answers.edit}
        onFiles={(files) => answers.setFiles(card.code, files)}
      />
    </article>
  );
}

/** Where a question comes from; plain statements keep their help here too, which is written for officers. */
function Background({ card, help }: { card: Card; help: string }) {
  if (card.sources.length === 0 && !card.proposed && help === '') return null;
  return (
    <details className="sources tiny">
      <summary>{help === '' ? 'Where this question comes from' : 'More about this'}</summary>
      {help !== '' && <p>{help}</p>}
      {card.proposed && (
        <p>Proposed by the makers of this framework; no outside source fixes it.</p>
      )}
      <ul>
        {card.sources.map(({ tag, citation, url }) => (
          <li key={tag}>
            {/^https?:/.test(url) ? (
              <a href={url} rel="noreferrer" target="_blank">
                {citation}
              </a>
            ) : (
              citation
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
