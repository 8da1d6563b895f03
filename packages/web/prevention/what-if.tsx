import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { current, figures, moneySaid, whatIf, type Identified } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Ticks } from '../parts/tick.tsx';
import { percent } from '../words.ts';
import { portfolioQuery, type Portfolio } from './calls.ts';
import { Decide } from './decide.tsx';
import { PreventionFrame, useHere, type Here } from './frame.tsx';
import { HeatMatrix } from './heat-matrix.tsx';
import { SideBySide } from './side-by-side.tsx';
import { TryNew } from './try-new.tsx';
import { typeWords } from './words.ts';

/** Adds and stops interventions to see what the portfolio would become; nothing is kept before somebody decides. */
export function WhatIf() {
  const here = useHere();
  const { data, error } = useQuery(portfolioQuery(here.partnership));
  return (
    <PreventionFrame
      here={here}
      tab="Portfolio"
      title="What if we did something else?"
      lede="Add or stop interventions and see what becomes of the portfolio. Nothing is kept until you decide."
      error={error}
      ready={data !== undefined}
    >
      {data !== undefined && <Bench here={here} data={data} />}
    </PreventionFrame>
  );
}

function Bench({ here, data }: { here: Here; data: Portfolio }) {
  const [stop, setStop] = useState<readonly string[]>([]);
  const [tried, setTried] = useState<readonly Identified[]>([]);
  const now = figures(data.interventions, data.setting.treatShare);
  const next = whatIf(data.interventions, { stop: [...stop], add: [...tried] });
  const then = figures(next, data.setting.treatShare);
  const counted = current(data.interventions);
  const place = here.plan.place?.name ?? '';
  const touched = stop.length + tried.length > 0;
  const forget = () => {
    setStop([]);
    setTried([]);
  };
  return (
    <>
      <nav className="row" aria-label="Back">
        <Link
          to="/p/$partnership/plan/portfolio"
          params={{ partnership: here.partnership }}
          search={here.search}
        >
          The portfolio as it is
        </Link>
      </nav>
      <div className="what-if">
        <section className="stack" aria-labelledby="try-new">
          <h2 id="try-new">Add</h2>
          <TryNew
            {...{ data, tried }}
            placeId={here.plan.place?.id ?? null}
            onTry={(one) => setTried([...tried, one])}
          />
          <ul className="taken-list">
            {tried.map((each) => (
              <li key={each.id}>
                <span>
                  {each.name}
                  <span className="small soft block">
                    {typeWords(data.list, each.type)} ·{' '}
                    {each.budget === null
                      ? 'budget not known'
                      : moneySaid(each.budget, each.currency)}
                  </span>
                </span>
                <Button
                  tone="quiet"
                  onClick={() => setTried(tried.filter(({ id }) => id !== each.id))}
                >
                  Take away<span className="unseen"> {each.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
        <section className="stack" aria-labelledby="try-stop">
          <h2 id="try-stop">Stop</h2>
          {counted.length === 0 ? (
            <Empty title="Nothing is planned or running">
              <p>There is nothing to stop yet; add something on the left.</p>
            </Empty>
          ) : (
            <Ticks
              legend="Which would stop?"
              options={counted.map(({ id, name, budget, currency }) => [
                id,
                `${name} (${budget === null ? 'budget not known' : moneySaid(budget, currency)})`,
              ])}
              chosen={stop}
              onChange={setStop}
            />
          )}
        </section>
      </div>
      <div aria-live="polite">
        <Outcome {...{ now, then, touched }} share={data.setting.treatShare} />
      </div>
      <SideBySide {...{ now, then, place }} setting={data.setting} />
      <HeatMatrix
        found={now}
        after={touched ? then : null}
        of="count"
        level={null}
        place={place}
        finding={
          touched
            ? `Then ${then.coverage.filled} of ${then.coverage.of} cells would have something in them, now ${now.coverage.filled}`
            : `${now.coverage.filled} of ${now.coverage.of} cells have something in them`
        }
      />
      {here.plan.mayEdit && (
        <Decide
          {...{ here, tried }}
          stopping={counted.filter(({ id }) => stop.includes(id))}
          onDone={forget}
        />
      )}
      {touched && (
        <div>
          <Button tone="quiet" onClick={forget}>
            Begin again
          </Button>
        </div>
      )}
    </>
  );
}

function Outcome({
  now,
  then,
  touched,
  share,
}: {
  now: ReturnType<typeof figures>;
  then: ReturnType<typeof figures>;
  touched: boolean;
  share: number;
}) {
  const [was, would] = [now.balance, then.balance];
  if (would.spend === null)
    return <p className="soft">Without a known budget nothing can be said of the balance.</p>;
  const treat = percent(would.spend.treat);
  if (would.treatOutweighs)
    return (
      <Notice
        tone="warn"
        title={`Treat ${touched ? 'would take' : 'takes'} ${treat} of known spend, above ${percent(share)}`}
      />
    );
  if (was.treatOutweighs)
    return (
      <Notice tone="good" title={`Mended: Treat would take ${treat} of known spend`}>
        <p>
          That is not above {percent(share)} any more; now it takes{' '}
          {was.spend === null ? '–' : percent(was.spend.treat)}.
        </p>
      </Notice>
    );
  return <Notice title={`Treat takes ${treat} of known spend, not above ${percent(share)}`} />;
}
