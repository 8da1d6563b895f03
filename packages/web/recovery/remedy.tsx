import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace, mayKeepRecord } from '@freehold/core/access';
import { hidingNote, rateWords } from '@freehold/core/recovery';
import { ChangeFrame } from '../change/frame.tsx';
import { Downloads } from '../document/downloads.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { usePartnership } from '../session/session.ts';
import { Barriers } from './barriers.tsx';
import { remedyQuery, type Year } from './calls.ts';
import { CountImport } from './count-import.tsx';
import { RemedyFigures } from './remedy-figures.tsx';
import { CompensationRoutes } from './route-list.tsx';
import './words.ts';
import '../look/action.css';
import '../look/record.css';
import '../look/recovery.css';

/** Claims for compensation as counts, what keeps people from remedy, and the routes there are. */
export function Remedy() {
  const { partnership } = useParams({ from: '/p/$partnership/change/remedy' });
  const { data, error } = useQuery(remedyQuery(partnership));
  const mine = usePartnership(partnership);
  const [chosen, setYear] = useState<number | null>(null);
  const years = data?.years ?? [];
  const year = years.find((each) => each.year === chosen) ?? years[0];
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Remedy"
      title={title(year)}
      lede="Claims are kept as counts. No record of a person is asked for, kept or needed."
      ready={data !== undefined}
    >
      {year === undefined ? (
        <Empty title="Remedy is counted: how many claimed, what came of it, and how long it took">
          <p>
            Ask whoever helps people to claim for counts by route and outcome, and bring them in as
            a file below. Whether those with a representative fare better, and where claims wait
            longest, then stands here.
          </p>
        </Empty>
      ) : (
        <>
          {years.length > 1 && (
            <div className="filters">
              <Choice
                label="Year"
                value={String(year.year)}
                options={years.map((each) => [String(each.year), String(each.year)] as const)}
                onChange={(each) => setYear(Number(each))}
              />
            </div>
          )}
          <RemedyFigures key={year.year} {...{ year, years }} source={data?.source ?? ''} />
          <p className="small soft">{hidingNote(data?.least ?? 5)}</p>
        </>
      )}
      <Barriers partnership={partnership} may={mine !== null && mayKeepRecord(mine.role)} />
      <CompensationRoutes />
      <section className="stack" aria-labelledby="remedy-files">
        <h2 id="remedy-files">Take it with you</h2>
        <h3>Remedy report</h3>
        <Downloads address={`/api/partnerships/${partnership}/remedy/report`} />
        <h3>Brief on barriers</h3>
        <Downloads address={`/api/partnerships/${partnership}/barriers/report`} />
      </section>
      <CountImport
        partnership={partnership}
        kind="claims"
        files={data?.files ?? []}
        may={mine !== null && mayEditPlace(mine.role)}
      />
      <Method>
        <p>
          Award rate: awarded ÷ decided, and decided is awarded and refused. Paid rate: paid in full
          ÷ awarded. Intervals are Wilson’s, 95%. The median time is a band, with the interval of
          its rank. Everything is worked out from what is shown; small counts are hidden first, and
          then as many others as it takes that subtracting tells nothing. No sum spans two years.
        </p>
      </Method>
    </ChangeFrame>
  );
}

function title(year: Year | undefined): string {
  if (year === undefined) return 'No claim for compensation is counted yet';
  const { awardRate } = year;
  if (awardRate.because === 'suppressed')
    return `${year.year}: too few claims to show how they went`;
  return awardRate.value === null
    ? `${year.year}: no claim is decided yet`
    : `${rateWords(awardRate).replace(/ .*/, '')} of decided claims were awarded in ${year.year}`;
}
