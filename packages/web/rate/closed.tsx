import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { count } from '../words.ts';
import { AnswerList } from './answer-list.tsx';
import type { Answers } from './answers.ts';
import type { Rate } from './rate.ts';
import { answerWords } from './words.ts';

/** Outside the round nothing can be changed; what was kept, and what never got through, stays to be read. */
export function Closed({ token, rate, answers }: { token: string; rate: Rate; answers: Answers }) {
  const kept = rate.ratings.filter(({ answer }) => answer !== null).length;
  if (rate.review.state === 'draft') {
    return (
      <Page
        title={`The rating of ${rate.place.name} has not opened yet`}
        lede={`${rate.review.title}. You will answer for ${rate.rater.agency}.`}
      >
        <p>
          {rate.partnership.name} is still preparing this review. The same link opens the questions
          once rating begins.
        </p>
      </Page>
    );
  }
  return (
    <Page
      title={`Rating has closed; ${count(kept, 'answer of yours is', 'answers of yours are')} kept`}
      lede={`${rate.review.title}, ${rate.place.name}. You answered for ${rate.rater.agency}.`}
    >
      <p>
        The co-ordinator now sees the answers by agency, everybody else only what five agencies or
        more say together; the agencies agree scores from them. Yours stay as they are. To change
        one, ask {rate.partnership.name} to reopen the rating.
      </p>
      <Unsent rate={rate} answers={answers} />
      <AnswerList token={token} rate={rate} answers={answers} locked />
    </Page>
  );
}

/** Answers that the round closed upon. They stay on this device and are sent if rating opens again. */
function Unsent({ rate, answers }: { rate: Rate; answers: Answers }) {
  const { waiting } = answers.queue;
  if (waiting.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={`${count(waiting.length, 'answer was', 'answers were')} not sent before rating closed`}
    >
      <p>
        They are kept on this device only, and are sent if rating opens again. Tell the co-ordinator
        if they matter.
      </p>
      <ul>
        {waiting.map((entry) => (
          <li key={entry.indicator}>
            {rate.cards.find(({ code }) => code === entry.indicator)?.title ?? entry.indicator}:{' '}
            <strong>{answerWords(rate, entry.answer)}</strong>
            {entry.comment !== '' && ` – ${entry.comment}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
