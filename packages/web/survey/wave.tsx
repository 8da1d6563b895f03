import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { PartnersFrame } from '../directory/frame.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, day } from '../words.ts';
import { wavesChanged, waveQuery, type WaveAt, type WavePage } from './calls.ts';
import { CleanUp } from './clean-up.tsx';
import { Compare } from './compare.tsx';
import { People } from './people.tsx';
import { ResultsView } from './results.tsx';
import type { WaveView } from './routes.tsx';
import { stateWords } from './words.ts';
import '../look/survey.css';

/** One wave: whom it asks, what came in, what was decided about it, and what has changed since an earlier one. */
export function Wave() {
  const at = useParams({ from: '/p/$partnership/partners/surveys/waves/$wave' });
  const { view = 'people' } = useSearch({ from: '/p/$partnership/partners/surveys/waves/$wave' });
  const { data: wave, error } = useQuery(waveQuery(at));
  return (
    <PartnersFrame
      partnership={at.partnership}
      here="Surveys"
      title={wave === undefined ? '' : titleOf(wave)}
      lede={wave === undefined ? undefined : ledeOf(wave)}
      action={wave?.mayCoordinate === true && <Move at={at} wave={wave} />}
      error={error}
      ready={wave !== undefined}
    >
      <nav className="tabs survey-views" aria-label="This wave">
        {views.map(([name, words]) => (
          <Link
            key={name}
            to="/p/$partnership/partners/surveys/waves/$wave"
            params={at}
            search={{ view: name }}
            aria-current={view === name ? 'page' : undefined}
            className={view === name ? 'active' : ''}
          >
            {words}
          </Link>
        ))}
      </nav>
      {wave !== undefined && <Shown view={view} at={at} wave={wave} />}
    </PartnersFrame>
  );
}

const views: readonly (readonly [WaveView, string])[] = [
  ['people', 'Whom it asks'],
  ['results', 'Results'],
  ['clean-up', 'Clean up'],
  ['compare', 'Compare'],
];

function Shown({ view, at, wave }: { view: WaveView; at: WaveAt; wave: WavePage }) {
  switch (view) {
    case 'people':
      return <People at={at} wave={wave} />;
    case 'results':
      return <ResultsView at={at} wave={wave} />;
    case 'clean-up':
      return <CleanUp at={at} wave={wave} />;
    case 'compare':
      return <Compare at={at} wave={wave} />;
  }
}

function titleOf({ title, targets, finished, begun }: WavePage): string {
  if (targets === 0) return `${title}: nobody is asked yet`;
  const going = begun - finished;
  return `${title}: ${finished} of ${targets} have finished${going > 0 ? `, ${count(going, 'more has', 'more have')} begun` : ''}`;
}

function ledeOf({ instrument, state, closesOn, closedAt }: WavePage): string {
  const until =
    closedAt !== null
      ? ` since ${day(closedAt)}`
      : closesOn === null
        ? ''
        : `; answers are asked for by ${day(closesOn)}`;
  return `${instrument.title}, version ${instrument.version}, about ${count(instrument.minutes, 'minute', 'minutes')}. ${stateWords[state]}${until}.`;
}

/** Opens or closes the wave; closing asks first, since a confidential one cannot be opened again. */
function Move({ at, wave }: { at: WaveAt; wave: WavePage }) {
  const [asking, setAsking] = useState(false);
  const move = useMutation({
    mutationFn: (to: 'open' | 'closed') =>
      got(
        api.partnerships[':partnership']['survey-waves'][':wave'].move.$post({
          param: at,
          json: { to },
        }),
      ),
    onSuccess: () => wavesChanged(at.partnership),
    onSettled: () => setAsking(false),
  });
  const open = wave.state === 'open';
  // What was asked in confidence stays as it was at the close.
  if (wave.state === 'closed' && wave.instrument.confidential) return null;
  return (
    <div className="stack-tight">
      <Button
        tone={wave.state === 'closed' ? 'plain' : 'primary'}
        disabled={move.isPending || (wave.state === 'draft' && wave.targets === 0)}
        onClick={() => (open ? setAsking(true) : move.mutate('open'))}
      >
        {open ? 'Close the wave' : wave.state === 'draft' ? 'Open the wave' : 'Open it again'}
      </Button>
      <Problems error={move.error} />
      <Dialog title="Close the wave?" open={asking} onClose={() => setAsking(false)}>
        <p>
          No more answers are taken, and each respondent’s link shows their own answers beside what
          all said. What was asked in confidence is worked out now and stays as it is; such a wave
          cannot be opened again.
        </p>
        <div className="row">
          <Button tone="primary" disabled={move.isPending} onClick={() => move.mutate('closed')}>
            Close the wave
          </Button>
          <Button onClick={() => setAsking(false)}>Not yet</Button>
        </div>
      </Dialog>
    </div>
  );
}
