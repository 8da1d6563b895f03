import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useAnswers } from './answers.ts';
import { Check } from './check.tsx';
import { Closed } from './closed.tsx';
import { deskOf, useQueue } from './desk.ts';
import { RateFrame } from './frame.tsx';
import { Opening } from './opening.tsx';
import { rateQuery, type Rate } from './rate.ts';
import { Questions } from './questions.tsx';
import { waitingWords } from './words.ts';
import '../look/rate.css';

/** The page behind a rater's link; no account, no shell. */
export function RatePage() {
  const { token } = useParams({ from: '/rate/$token' });
  const { data, error, refetch } = useQuery(rateQuery(token));
  useEffect(() => {
    const back = () => {
      if (!document.hidden) void queries.invalidateQueries(rateQuery(token));
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [token]);
  if (data !== undefined) return <Open key={token} token={token} rate={data} />;
  return (
    <RateFrame>
      {error === null ? (
        <Loading what="the questions" />
      ) : (
        <Unopened token={token} error={error} again={() => void refetch()} />
      )}
    </RateFrame>
  );
}

function Open({ token, rate }: { token: string; rate: Rate }) {
  const { at } = useSearch({ from: '/rate/$token' });
  const answers = useAnswers(token, rate);
  const { line, overtaken } = answers.queue;
  const card = rate.cards.find(({ code }) => code === at);
  useEffect(() => {
    // The server said so when an answer was sent; the page follows.
    if (line === 'closed' || overtaken.size > 0) void queries.invalidateQueries(rateQuery(token));
  }, [line, overtaken.size, token]);
  useBeginning(rate.review.state === 'rating' ? (at ?? '') : rate.review.state);
  if (rate.review.state !== 'rating') {
    return (
      <RateFrame rate={rate} answers={answers}>
        <Closed token={token} rate={rate} answers={answers} />
      </RateFrame>
    );
  }
  if (card !== undefined) {
    return <Questions token={token} rate={rate} answers={answers} card={card} />;
  }
  const Shown = at === 'check' ? Check : Opening;
  return (
    <RateFrame rate={rate} answers={answers}>
      <Shown token={token} rate={rate} answers={answers} />
    </RateFrame>
  );
}

/** Each step begins at its own top, for the eye, the screen reader and the arrow keys alike. */
function useBeginning(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo({ top: 0 });
    const start = document.getElementById('question') ?? document.getElementById('content');
    start?.focus({ preventScroll: true });
  }, [step]);
}

/** The questions could not be fetched; answers of an earlier visit are still safe, and it says so. */
function Unopened({ token, error, again }: { token: string; error: Error; again: () => void }) {
  const { waiting } = useQueue(deskOf(token));
  return (
    <Page title="The questions could not be opened">
      <Problems error={error} />
      {waiting.length > 0 && (
        <p>{waitingWords(waiting.length)}. They are kept, and sent as soon as that is possible.</p>
      )}
      <div>
        <Button tone="primary" onClick={again}>
          Try again
        </Button>
      </div>
    </Page>
  );
}
