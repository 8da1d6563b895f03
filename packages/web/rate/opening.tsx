import { Link } from '@tanstack/react-router';
import { buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { count, day } from '../words.ts';
import type { Answers } from './answers.ts';
import type { Rate } from './rate.ts';
import { lengthWords } from './words.ts';

/** Before the first question: who asks, for which place, what becomes of the answers, how long it takes. */
export function Opening({ token, rate, answers }: { token: string; rate: Rate; answers: Answers }) {
  const { review, place, partnership, rater, cards } = rate;
  const done = cards.filter(({ code }) => answers.of(code).answer !== null).length;
  const first = cards.find(({ code }) => answers.of(code).answer === null) ?? cards[0];
  return (
    <Page
      title={`${partnership.name} asks you to rate ${place.name}`}
      lede={`${review.title}. You answer for ${rater.agency}${rater.roleTitle === '' ? '' : `, as ${rater.roleTitle}`}.`}
    >
      {rater.finishedAt !== null && (
        <Notice tone="good" title="You have finished">
          <p>
            Thank you. You can still change your answers until rating closes:{' '}
            <Link to="/rate/$token" params={{ token }} search={{ at: 'check' }}>
              look over them
            </Link>
            .
          </p>
        </Notice>
      )}
      <section className="stack">
        <h2>What happens with your answers</h2>
        <ol className="stack-tight">
          <li>
            <strong>Until rating closes they are blind.</strong> Nobody in the partnership sees
            them, and you do not see theirs, so that nobody is led by anybody.
          </li>
          <li>
            <strong>When it closes, the co-ordinator sees them under {rater.agency}</strong>, with
            the role you answer as, to lead the talk. Everybody else sees only what five agencies or
            more say together.
          </li>
          <li>
            <strong>Then the agencies agree a score together.</strong> It stands beside your
            answers; they stay as you gave them.
          </li>
        </ol>
      </section>
      <section className="stack">
        <h2>How long it takes</h2>
        <p>
          {count(cards.length, 'question', 'questions')}, {lengthWords(cards.length)}. Every answer
          is saved as you give it. You can stop, close the page, and come back with the same link
          {review.closesOn === null ? '' : ` until ${day(review.closesOn)}`}.
        </p>
        <p>
          Answer from what you know of {place.name}. “Don’t know” is a good answer: it shows where
          the partnership cannot see yet. Please write nothing that could point at one person.
        </p>
      </section>
      {first !== undefined && (
        <div className="row">
          <Link
            className={buttonClass('primary')}
            to="/rate/$token"
            params={{ token }}
            search={{ at: first.code }}
          >
            {done === 0 ? 'Start' : 'Go on'}
          </Link>
          {done > 0 && (
            <span className="soft">
              {done} of {cards.length} answered
            </span>
          )}
        </div>
      )}
    </Page>
  );
}
