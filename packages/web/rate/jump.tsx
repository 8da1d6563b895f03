import { Link } from '@tanstack/react-router';
import type { Answers } from './answers.ts';
import { sections, type Rate } from './rate.ts';

/** All questions by topic, with what is answered; the way to jump to one. */
export function Jump({
  token,
  rate,
  answers,
  at,
}: {
  token: string;
  rate: Rate;
  answers: Answers;
  at: string | null;
}) {
  return (
    <nav className="jump" aria-label="All questions">
      {sections(rate.cards).map(({ code, title, cards }) => {
        const done = cards.filter((card) => answers.of(card.code).answer !== null).length;
        return (
          <details key={code} open={cards.some((card) => card.code === at)}>
            <summary>
              <span className="jump-title">{title}</span>
              <span className="jump-count">
                <span className="unseen">, answered </span>
                {done}/{cards.length}
              </span>
              <progress aria-hidden="true" max={cards.length} value={done} />
            </summary>
            <ul>
              {cards.map((card) => (
                <li key={card.code}>
                  <Link
                    to="/rate/$token"
                    params={{ token }}
                    search={{ at: card.code }}
                    aria-current={card.code === at ? 'step' : undefined}
                  >
                    <span aria-hidden="true" className="tick">
                      {answers.of(card.code).answer === null ? '○' : '●'}
                    </span>
                    <span>
                      {card.title}
                      <span className="unseen">
                        {answers.of(card.code).answer === null ? ', no answer yet' : ', answered'}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <Link className="jump-check" to="/rate/$token" params={{ token }} search={{ at: 'check' }}>
        Look over all answers
      </Link>
    </nav>
  );
}
