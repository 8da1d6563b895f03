import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, problemSentence } from '../words.ts';
import { AnswerList } from './answer-list.tsx';
import type { Answers } from './answers.ts';
import { rateQuery, type Rate } from './rate.ts';
import { waitingWords } from './words.ts';

/** All answers on one page before finishing; finishing can be taken back until rating closes. */
export function Check({ token, rate, answers }: { token: string; rate: Rate; answers: Answers }) {
  const open = rate.cards.filter(({ code }) => answers.of(code).answer === null);
  const waiting = answers.queue.waiting.length - answers.queue.refused.size;
  const finished = rate.rater.finishedAt !== null;
  const finish = useMutation({
    mutationFn: (next: boolean) =>
      got(api.rate[':token'].finish.$post({ param: { token }, json: { finished: next } })),
    onSuccess: () => queries.invalidateQueries(rateQuery(token)),
  });
  return (
    <Page title={title(finished, open.length, rate.cards.length)}>
      {finished ? (
        <Notice tone="good" title="Thank you">
          <p>
            The co-ordinator sees that you have finished, and nothing of what you answered. You can
            still change an answer until rating closes.
          </p>
          <Button onClick={() => finish.mutate(false)} disabled={finish.isPending}>
            I have not finished yet
          </Button>
        </Notice>
      ) : (
        <section className="stack">
          {open.length > 0 && (
            <p>
              You can finish with questions left open. They count as not answered, and the scores
              say so. If you do not know, “Don’t know” tells the partnership more than an open
              question.
            </p>
          )}
          <ToMend token={token} rate={rate} answers={answers} />
          {waiting > 0 && <p role="status">{waitingWords(waiting)}. Finish once they are saved.</p>}
          <Problems error={finish.error} />
          <div className="row">
            <Button
              tone="primary"
              disabled={finish.isPending || waiting > 0}
              onClick={() => finish.mutate(true)}
            >
              {open.length === 0 ? 'I have finished' : 'Finish with some left open'}
            </Button>
            {open[0] !== undefined && (
              <Link to="/rate/$token" params={{ token }} search={{ at: open[0].code }}>
                Go to the first open question
              </Link>
            )}
          </div>
        </section>
      )}
      <AnswerList token={token} rate={rate} answers={answers} />
    </Page>
  );
}

/** What the server would not take as it stands, with the way to each. */
function ToMend({ token, rate, answers }: { token: string; rate: Rate; answers: Answers }) {
  const { refused } = answers.queue;
  if (refused.size === 0) return null;
  return (
    <Notice tone="warn" title="Not everything could be saved">
      <ul>
        {rate.cards
          .filter(({ code }) => refused.has(code))
          .map(({ code, title: name }) => (
            <li key={code}>
              <Link to="/rate/$token" params={{ token }} search={{ at: code }}>
                {name}
              </Link>
              :{' '}
              {refused
                .get(code)
                ?.map((each) => problemSentence(each.code, each.details))
                .join(' ')}
            </li>
          ))}
      </ul>
    </Notice>
  );
}

function title(finished: boolean, open: number, all: number): string {
  if (finished) return 'You have finished';
  if (open === 0) return `All ${all} questions are answered`;
  return `${count(open, 'question is', 'questions are')} still open, of ${all}`;
}
