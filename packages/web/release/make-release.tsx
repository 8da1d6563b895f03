import { useState } from 'react';
import { RadioCards } from '../review/radio-cards.tsx';
import { KForm } from './k-form.tsx';
import { NextStep } from './next-step.tsx';
import { PrivateForm } from './private-form.tsx';
import { RunsTable } from './runs-table.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { Wrong } from './wrong.tsx';

/** Which promise the release makes, and the releases that were made so far, side by side. */
export function MakeRelease({ studio }: { studio: Studio }) {
  const { runs, coded, work } = studio;
  const [promise, setPromise] = useState<'k' | 'private'>(runs.at(-1)?.settings.kind ?? 'k');
  return (
    <div className="stack-wide">
      {coded !== null && (
        <section className="stack">
          <RadioCards
            legend="What is promised"
            name="promise"
            chosen={promise}
            onChange={setPromise}
            options={[
              {
                value: 'k',
                title: 'No small group is shown',
                aside: 'k-anonymity',
                says: 'No combination that fewer than k people share is in the release. Close to the records. For one release; a second one of nearly the same records can be compared with it.',
              },
              {
                value: 'private',
                title: 'Nobody can tell whether somebody is in it',
                aside: 'differential privacy',
                says: 'Counts carry noise, so that any one person makes hardly a difference. Holds for many releases together, as far as the budget goes. Small groups get lost.',
              },
            ]}
          />
          {promise === 'k' ? <KForm studio={studio} /> : <PrivateForm studio={studio} />}
          <Wrong studio={studio} kinds={['release', 'charge']} />
          {work !== null && beside.every((kind) => kind !== work.kind) && (
            <WorkBar studio={studio} />
          )}
        </section>
      )}
      {runs.length > 0 && (
        <section className="stack">
          <h2>The releases that were made</h2>
          <RunsTable studio={studio} />
          <NextStep to="check" />
        </section>
      )}
    </div>
  );
}

/** Work that is shown beside what it was asked for. */
const beside = ['trial', 'compare'] as const;
