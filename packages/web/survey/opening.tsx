import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { estimatedMinutes } from '@freehold/core/survey';
import { api, got, queries } from '../api.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, day } from '../words.ts';
import { surveyQuery } from './calls.ts';
import { useSay } from './said.tsx';
import { done } from './steps.ts';
import type { Way } from './way.ts';

/** Before the first question: who asks, what becomes of the answers, and the consent. */
export function Opening({ token, page, answers, steps, language }: Way & { language: string }) {
  const say = useSay();
  const { wave, respondent, partnership, instrument } = page;
  const minutes = estimatedMinutes(instrument, Math.max(1, page.organisations.length));
  const first =
    steps.find((step) => done(step, answers.all).n < done(step, answers.all).of) ?? steps[0];
  if (wave.state === 'draft') {
    return (
      <Page
        title={`${wave.title} has not opened yet`}
        lede={`You will answer for ${respondent.label}.`}
      >
        <p>{partnership.name} is still preparing it. The same link opens the questions then.</p>
      </Page>
    );
  }
  return (
    <Page
      title={`${partnership.name} asks ${respondent.label}: ${wave.title}`}
      lede={say(instrument.purpose)}
    >
      {respondent.finishedAt !== null && (
        <Notice tone="good" title="You have finished">
          <p>Thank you. You can still change your answers until the survey closes.</p>
        </Notice>
      )}
      <section className="stack">
        <h2>How long it takes</h2>
        <p>
          About {count(minutes, 'minute', 'minutes')}. Every answer is saved as you give it. You can
          stop, and go on later with the same link, also on another device
          {wave.closesOn === null ? '' : `, until ${day(wave.closesOn)}`}. You may leave questions
          out.
        </p>
      </section>
      <section className="stack" lang={language}>
        <h2>What becomes of your answers</h2>
        <p>
          {say(instrument.consent) || 'The partnership that asks sees your answers with your name.'}
        </p>
      </section>
      {respondent.consentedAt === null ? (
        <Consent token={token} language={language} />
      ) : (
        first !== undefined && (
          <div className="row">
            <Link
              className={buttonClass('primary')}
              to="/survey/$token"
              params={{ token }}
              search={{ at: first.id }}
            >
              {steps.some((step) => done(step, answers.all).n > 0) ? 'Go on' : 'Start'}
            </Link>
            <span className="soft small">You agreed on {day(respondent.consentedAt)}.</span>
          </div>
        )
      )}
    </Page>
  );
}

function Consent({ token, language }: { token: string; language: string }) {
  const agree = useMutation({
    mutationFn: () =>
      got(api.survey[':token'].consent.$post({ param: { token }, json: { language } })),
    onSuccess: () => queries.invalidateQueries(surveyQuery(token)),
  });
  return (
    <>
      <Problems error={agree.error} />
      <div className="row">
        <Button tone="primary" disabled={agree.isPending} onClick={() => agree.mutate()}>
          I agree to take part
        </Button>
        <span className="soft small">Nothing is kept before you agree.</span>
      </div>
    </>
  );
}
