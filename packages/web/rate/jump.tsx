import { Link } from '@tanstack/react-router';
import type { Answers } from './answers.ts';
import { parts, topics, type Card, type Rate } from './rate.ts';

/** All questions by part and topic, with what is answered; the way to jump to one. */
export function Jump({
  token,
  rate,
  answers,
  at,
}: {
  token: string;
  rate: Rate;
  answers: Answers;
  at: string;
}) {
  const isDone = ({ code }: Card) => answers.of(code).answer !== null;
  const line = (card: Card, title: string) => (
    <Link
      key={card.code}
      to="/rate/$token"
      params={{ token }}
      search={{ at: card.code }}
      data-done={isDone(card) || undefined}
    >
      <span aria-hidden="true" className="tick" />
      <span>
        {title}
        <span className="unseen">{isDone(card) ? ', answered' : ', no answer yet'}</span>
      </span>
    </Link>
  );
  return (
    <nav className="jump" aria-label="All questions">
      {parts(rate.cards).map(({ code, title, cards }) => (
        <details key={code} open={cards.some((card) => card.code === at)}>
          <summary>
            <span className="jump-title">{title}</span>
            <span className="jump-count">
              <span className="unseen">, answered </span>
              {cards.filter(isDone).length}/{cards.length}
            </span>
            <progress aria-hidden="true" max={cards.length} value={cards.filter(isDone).length} />
          </summary>
          <ul>
            {topics(cards).map((topic) => (
              <li key={topic.code}>
                {topic.cards.length === 1 ? (
                  topic.cards.map((card) => line(card, alone(card)))
                ) : (
                  <>
                    <span className="jump-topic">
                      {topic.title}{' '}
                      <span className="soft">
                        {topic.cards.filter(isDone).length}/{topic.cards.length}
                      </span>
                    </span>
                    <ul>
                      {topic.cards.map((card) => (
                        <li key={card.code}>{line(card, card.title)}</li>
                      ))}
                    </ul>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <Link className="jump-check" to="/rate/$token" params={{ token }} search={{ at: 'check' }}>
        Look over all answers
      </Link>
    </nav>
  );
}

/** What stands for a question that is the only one of its topic; in a community profile the topic says too little. */
function alone({ section, title, topicTitle }: Card): string {
  return section === '' ? topicTitle : title;
}
