import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { coreOutcomes, hidingNote, outcomeSource, RatedBy } from '@freehold/core/recovery';
import { ChangeFrame } from '../change/frame.tsx';
import { Downloads } from '../document/downloads.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { usePartnership } from '../session/session.ts';
import { percent } from '../words.ts';
import { recoveryQuery, type Outcome } from './calls.ts';
import { CountImport } from './count-import.tsx';
import { RecoveryFigures } from './recovery-figures.tsx';
import './words.ts';
import '../look/recovery.css';

/** The seven core outcomes over time, survivors' own ratings and workers' ratings apart. */
export function Recovery() {
  const { partnership } = useParams({ from: '/p/$partnership/change/recovery' });
  const { data, error } = useQuery(recoveryQuery(partnership));
  const mine = usePartnership(partnership);
  const [chosen, setYear] = useState<number | null>(null);
  const years = [...new Set((data?.outcomes ?? []).map(({ year }) => year))];
  const year = years.find((each) => each === chosen) ?? years[0];
  const own = data?.outcomes.filter((each) => each.year === year) ?? [];
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Recovery"
      title={title(own)}
      lede="People are counted by the year in which their support began. No record of a person is asked for, kept or needed."
      ready={data !== undefined}
    >
      {year === undefined ? (
        <Empty title="Recovery is what survivors named: seven outcomes that matter most">
          <p>
            Ask services how many people say that an outcome is met, at entry and 3, 6, 12 and 24
            months later, and how many workers think so. The two stand beside each other here and
            are never mixed. Bring the counts in below.
          </p>
        </Empty>
      ) : (
        <>
          {years.length > 1 && (
            <div className="filters">
              <Choice
                label="Support began in"
                value={String(year)}
                options={years.map((each) => [String(each), String(each)] as const)}
                onChange={(each) => setYear(Number(each))}
              />
            </div>
          )}
          {RatedBy.options.map((rater) => (
            <RecoveryFigures
              key={`${year} ${rater}`}
              {...{ year, rater }}
              outcomes={own.filter((each) => each.rater === rater)}
              source={data?.source ?? ''}
            />
          ))}
          <p className="small soft">{hidingNote(data?.least ?? 5)}</p>
        </>
      )}
      <section className="stack" aria-labelledby="recovery-files">
        <h2 id="recovery-files">Take it with you</h2>
        <Downloads address={`/api/partnerships/${partnership}/recovery/report`} />
      </section>
      <CountImport
        partnership={partnership}
        kind="outcomes"
        files={data?.files ?? []}
        may={mine !== null && mayEditPlace(mine.role)}
      />
      <Method>
        <p>
          The share is met ÷ (met, partly met and not met), with Wilson’s interval, 95%. “Unknown”
          is left out of it and counts in the coverage. A change since entry is said only where its
          interval lies on one side of nought. <a href={outcomeSource.url}>{outcomeSource.title}</a>
          : {outcomeSource.note}
        </p>
      </Method>
    </ChangeFrame>
  );
}

function title(own: readonly Outcome[]): string {
  if (own.length === 0) return 'No outcome of recovery is counted yet';
  const newest = own
    .filter(({ rater }) => rater === 'survivor')
    .flatMap(({ outcome, points }) => {
      const value = points.findLast(({ met }) => met.value !== null)?.met.value ?? null;
      return value === null ? [] : [{ outcome, value }];
    });
  const [lowest] = newest.toSorted((a, b) => a.value - b.value);
  if (lowest === undefined) return 'Too few survivors’ own ratings to show';
  const name = coreOutcomes.find(({ code }) => code === lowest.outcome)?.title ?? '';
  return `Survivors find least often met: ${name.toLowerCase()} (${percent(lowest.value)})`;
}
