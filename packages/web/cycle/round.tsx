import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { mayKeepChecklist, mayRunCycle } from '@freehold/core/access';
import { buttonClass } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { roundQuery, type RoundAt, type RoundPage } from './calls.ts';
import { Closed } from './closed.tsx';
import { EditRound } from './edit-round.tsx';
import { OpenRound } from './open-round.tsx';
import { StagePart } from './stage-part.tsx';
import { Trail } from './trail.tsx';
import { roundDates, stagesFinding } from './words.ts';
import '../look/cycle.css';
import '../look/plan.css';

/** One round of a place: its stages with checklist and outputs, and its end. */
export function Round() {
  const at = useParams({ from: '/p/$partnership/cycle/$round' });
  const { data, error } = useQuery(roundQuery(at));
  const mine = usePartnership(at.partnership);
  useCrumbs(
    { words: data?.place.name ?? 'Place', to: `/p/${at.partnership}` },
    { words: 'Rounds', to: roundsAddress(at.partnership, data, mine?.homePlace) },
    { words: data?.round.title ?? 'Round' },
  );
  if (error) return <Problems error={error} />;
  if (data === undefined || mine === null) return <Loading what="this round" />;
  return (
    <OneRound
      at={at}
      page={data}
      mayRun={mayRunCycle(mine.role)}
      mayKeep={mayKeepChecklist(mine.role)}
    />
  );
}

function roundsAddress(
  partnership: string,
  page: RoundPage | undefined,
  home: string | null | undefined,
): string {
  const other = page !== undefined && page.place.id !== home;
  return `/p/${partnership}/cycle${other ? `?place=${page.place.id}` : ''}`;
}

function OneRound({
  at,
  page,
  mayRun,
  mayKeep,
}: {
  at: RoundAt;
  page: RoundPage;
  mayRun: boolean;
  mayKeep: boolean;
}) {
  const { round, place } = page;
  const open = round.state === 'open';
  const { offer, offerUndo } = useUndo();
  useStageOfAddress();
  return (
    <Page
      title={
        open
          ? `${round.title} of ${place.name}: ${stagesFinding(round.stages)}`
          : `${round.title} of ${place.name} is closed`
      }
      lede={roundDates(round)}
      action={mayRun && <NextStep at={at} page={page} />}
    >
      <Undo offer={offer} />
      <section className="stack-tight" aria-labelledby="goals">
        <h2 id="goals">What it is to reach</h2>
        <p className="written">{round.goals === '' ? 'No goals are written down.' : round.goals}</p>
        {open && mayRun && <EditRound at={at} round={round} />}
      </section>
      {!open && <Closed at={at} page={page} mayRun={mayRun} />}
      {round.stages.map((line) => (
        <StagePart
          key={line.stage}
          at={at}
          page={page}
          line={line}
          mayRun={mayRun && open}
          mayKeep={mayKeep && open}
          onDone={offerUndo}
        />
      ))}
      <Trail steps={page.steps} />
      <Neighbours partnership={at.partnership} page={page} />
    </Page>
  );
}

/** Goes to the stage that the address names: it is not there yet when the router looks for it. */
function useStageOfAddress(): void {
  const stage = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    const part = stage === '' ? null : document.getElementById(stage);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  }, [stage]);
}

function NextStep({ at, page }: { at: RoundAt; page: RoundPage }) {
  const { round, place, isLast } = page;
  if (round.state === 'open')
    return (
      <Link className={buttonClass('primary')} to="/p/$partnership/cycle/$round/close" params={at}>
        Close the round
      </Link>
    );
  return isLast ? (
    <OpenRound
      at={{ partnership: at.partnership, place: place.id }}
      number={round.number + 1}
      goals={round.nextGoals}
      tone="primary"
    />
  ) : null;
}

function Neighbours({
  partnership,
  page: { previous, next, round },
}: {
  partnership: string;
  page: RoundPage;
}) {
  if (previous === null && next === null) return null;
  return (
    <p className="row">
      {previous !== null && (
        <Link to="/p/$partnership/cycle/$round" params={{ partnership, round: previous }}>
          Round {round.number - 1}
        </Link>
      )}
      {next !== null && (
        <Link to="/p/$partnership/cycle/$round" params={{ partnership, round: next }}>
          Round {round.number + 1}
        </Link>
      )}
    </p>
  );
}
