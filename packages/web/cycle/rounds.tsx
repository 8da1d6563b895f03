import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { mayRunCycle } from '@freehold/core/access';
import { stageWords } from '../framework/axes.ts';
import { buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, percent } from '../words.ts';
import { BalanceFigure } from './balance-figure.tsx';
import { matrixQuery, roundsQuery, type PlaceAt, type Rounds as AllRounds } from './calls.ts';
import { MatrixFigure } from './matrix-figure.tsx';
import { OpenRound } from './open-round.tsx';
import { RoundsTable } from './rounds-table.tsx';
import { Warnings } from './warnings.tsx';
import '../look/cycle.css';

/** The rounds of a place, where its effort went, and what part of the response is empty. */
export function Rounds() {
  const { partnership } = useParams({ from: '/p/$partnership/cycle' });
  const search = useSearch({ from: '/p/$partnership/cycle' });
  const mine = usePartnership(partnership);
  const place = search.place ?? mine?.homePlace ?? null;
  useCrumbs({ words: 'Place', to: `/p/${partnership}` }, { words: 'Rounds' });
  if (mine === null) return <Loading what="the rounds" />;
  if (place === null) return <NoPlace partnership={partnership} />;
  return <RoundsOf at={{ partnership, place }} mayRun={mayRunCycle(mine.role)} />;
}

function RoundsOf({ at, mayRun }: { at: PlaceAt; mayRun: boolean }) {
  const { data, error } = useQuery(roundsQuery(at));
  const matrix = useQuery(matrixQuery(at));
  if (error) return <Problems error={error} />;
  if (data === undefined) return <Loading what="the rounds" />;
  const { place, rounds, warnings } = data;
  const last = rounds.at(-1);
  const openable = mayRun && last?.state !== 'open';
  return (
    <Page
      title={titleOf(data)}
      lede="A round is one turn of the cycle. Rounds are numbered without end: resilience is not a state to arrive at."
      action={
        openable &&
        last !== undefined && (
          <OpenRound at={at} number={last.number + 1} goals={last.nextGoals} tone="primary" />
        )
      }
    >
      {last === undefined && (
        <Empty title="A round holds what is found, decided, done and learnt together">
          <p>
            Open the first one to begin. Reviews made so far come into it, Diagnose starts, and each
            stage gets a short checklist that you can change. At the end you say what carries over.
          </p>
          {openable && (
            <div>
              <OpenRound at={at} number={1} goals="" tone="primary" />
            </div>
          )}
        </Empty>
      )}
      <Warnings warnings={warnings} />
      {last !== undefined && (
        <>
          <RoundsTable partnership={at.partnership} rounds={rounds} />
          <BalanceFigure place={place.name} rounds={rounds} finding={balanceFinding(data)} />
        </>
      )}
      <Problems error={matrix.error} />
      {matrix.data !== undefined && <MatrixFigure matrix={matrix.data} />}
      <Method>
        <p>
          A piece of work is an action, an asset that an action draws on or that was newly listed,
          or a line of the checklist that was ticked. A share is a stage’s pieces over all pieces of
          the round that have a stage. Over half in one stage for two rounds running is worth a
          warning, and so is nothing in Normalise for two closed rounds; a round with under five
          pieces says nothing. These thresholds are ours.
        </p>
      </Method>
    </Page>
  );
}

function titleOf({ place, rounds }: AllRounds): string {
  const last = rounds.at(-1);
  if (last === undefined) return `${place.name} has not begun a round yet`;
  return last.state === 'open'
    ? `${place.name} is in round ${last.number}`
    : `${place.name} has closed ${count(rounds.length, 'round', 'rounds')}; none is open`;
}

function balanceFinding({ rounds }: AllRounds): string {
  const last = rounds.at(-1);
  const most = last?.balance.stages.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  const share = most?.share ?? null;
  if (last === undefined || most === undefined || share === null)
    return 'No work of the newest round is recorded yet';
  return `${percent(share)} of the work of ${last.title} sits in ${stageWords[most.stage]}`;
}

function NoPlace({ partnership }: { partnership: string }) {
  return (
    <Page title="Rounds belong to a place">
      <Empty title="Choose your partnership’s place first">
        <div>
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/places"
            params={{ partnership }}
          >
            Choose a place
          </Link>
        </div>
      </Empty>
    </Page>
  );
}
