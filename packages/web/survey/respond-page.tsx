import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { surveyQuery, type SurveyPage } from './calls.ts';
import { deskOf, useSurveyAnswers } from './desk.ts';
import { Back } from './back.tsx';
import { Finish } from './finish.tsx';
import { Opening } from './opening.tsx';
import { RespondFrame } from './respond-frame.tsx';
import { LanguagesProvider } from './said.tsx';
import { StepPage } from './step-page.tsx';
import { stepsOf } from './steps.ts';
import './words.ts';
import '../look/rate.css';
import '../look/survey.css';

/** The page behind a respondent's link; no account, no shell. */
export function RespondentPage() {
  const { token } = useParams({ from: '/survey/$token' });
  const { data, error, refetch } = useQuery(surveyQuery(token));
  useEffect(() => {
    const back = () => {
      if (!document.hidden) void queries.invalidateQueries(surveyQuery(token));
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [token]);
  if (data !== undefined) return <Open key={token} token={token} page={data} />;
  return (
    <RespondFrame>
      {error === null ? (
        <Loading what="the questions" />
      ) : (
        <Unopened token={token} error={error} again={() => void refetch()} />
      )}
    </RespondFrame>
  );
}

function Open({ token, page }: { token: string; page: SurveyPage }) {
  const { at } = useSearch({ from: '/survey/$token' });
  const answers = useSurveyAnswers(token, page);
  const own = page.instrument.languages.map(({ code }) => code);
  const [language, setLanguage] = useState(() =>
    own.includes(page.respondent.language) ? page.respondent.language : (own[0] ?? 'en'),
  );
  const { line, overtaken } = answers.state;
  useEffect(() => {
    // The server said so when an answer was sent; the page follows.
    if (line === 'closed' || overtaken.size > 0) void queries.invalidateQueries(surveyQuery(token));
  }, [line, overtaken.size, token]);
  const setting = { organisations: page.organisations, today: page.today };
  const steps = stepsOf(page.instrument, answers.all, setting);
  const step = steps.find(({ id }) => id === at);
  useBeginning(page.wave.state === 'closed' ? 'closed' : (at ?? ''));
  const way = { token, page, answers, steps, setting };
  const Shown =
    page.wave.state === 'closed'
      ? Back
      : page.respondent.consentedAt === null || page.wave.state === 'draft'
        ? Opening
        : at === 'finish'
          ? Finish
          : Opening;
  return (
    <LanguagesProvider value={[language, ...own]}>
      <RespondFrame way={way} language={language} onLanguage={setLanguage}>
        {step !== undefined &&
        page.wave.state === 'open' &&
        page.respondent.consentedAt !== null ? (
          <StepPage {...way} step={step} />
        ) : (
          <Shown {...way} language={language} />
        )}
      </RespondFrame>
    </LanguagesProvider>
  );
}

/** Each step begins at its own top, for the eye, the screen reader and the keyboard alike. */
function useBeginning(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo({ top: 0 });
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [step]);
}

/** The questions could not be fetched; answers of an earlier visit are still safe, and it says so. */
function Unopened({ token, error, again }: { token: string; error: Error; again: () => void }) {
  const { waiting } = deskOf(token).outbox.state();
  return (
    <Page title="This survey cannot be opened just now">
      <Problems error={error} />
      {waiting.length > 0 && (
        <p>
          {waiting.length === 1 ? 'One answer is' : `${waiting.length} answers are`} kept on this
          device and will be sent once the survey can be reached.
        </p>
      )}
      <div>
        <Button tone="primary" onClick={again}>
          Try again
        </Button>
      </div>
    </Page>
  );
}
