import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { SavedLine } from '../rate/frame.tsx';
import { done } from './steps.ts';
import type { Way } from './way.ts';

/** The calm frame of a respondent's pages: whose survey it is, what became of the answers, how far one is. */
export function RespondFrame({
  way,
  language,
  onLanguage,
  children,
}: {
  way?: Way;
  language?: string;
  onLanguage?: (code: string) => void;
  children: ReactNode;
}) {
  const languages = way?.page.instrument.languages ?? [];
  return (
    <div className="rate survey-respond">
      <a className="skip" href="#content">
        Skip to the questions
      </a>
      {way?.page.partnership.madeUp === true && (
        <section className="made-up" aria-label="About this partnership">
          Made-up example: no real place, person or agency.
        </section>
      )}
      <header className="rate-top">
        <span className="rate-brand">
          <img src="/mark.svg" alt="" />
          <span>
            {way === undefined
              ? 'Freehold'
              : `${way.page.wave.title} · ${way.page.respondent.label}`}
          </span>
        </span>
        {languages.length > 1 && onLanguage !== undefined && (
          <label className="survey-language">
            <span className="unseen">Language</span>
            <select
              className="input"
              value={language}
              onChange={(event) => onLanguage(event.target.value)}
            >
              {languages.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {way !== undefined && <SavedLine queue={way.answers.state} />}
      </header>
      {way !== undefined && way.page.wave.state === 'open' && <HowFar way={way} />}
      <div className="rate-body">
        <main id="content" tabIndex={-1} className="rate-main">
          {way?.answers.desk.device.lasting() === false && (
            <Notice tone="warn" title="This browser keeps nothing on the device">
              <p>
                It may be full, or in private browsing. Answers are sent as you give them; wait for
                “All answers saved” before you close the page.
              </p>
            </Notice>
          )}
          {way?.answers.state.line === 'gone' && (
            <Notice tone="bad" title="This link has been replaced">
              <p>
                Answers can no longer be sent with it. Those not sent are kept on this device. Open
                the newer link, or ask the co-ordinator for one.
              </p>
            </Notice>
          )}
          {children}
        </main>
      </div>
    </div>
  );
}

function HowFar({ way: { steps, answers } }: { way: Way }) {
  const all = steps.map((step) => done(step, answers.all));
  const n = all.reduce((sum, each) => sum + each.n, 0);
  const of = all.reduce((sum, each) => sum + each.of, 0);
  if (of === 0) return null;
  return (
    <div className="survey-far">
      <progress max={of} value={n} aria-label="Answered so far" />
      <span className="small soft">
        {n} of {of} answered
      </span>
    </div>
  );
}
