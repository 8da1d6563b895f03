import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayHelpInCrisis, mayRunCrisis } from '@freehold/core/access';
import { phaseWords, spanOf, spanWords, stateWords, typeWords } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { Actions } from './actions.tsx';
import { After } from './after.tsx';
import { boardQuery, type Board as BoardData, type CrisisAt } from './calls.ts';
import { Calls } from './calls-part.tsx';
import { Counts } from './counts.tsx';
import { CrisisForm } from './crisis-form.tsx';
import { Lines } from './lines.tsx';
import { boardParts, type BoardPart } from './routes.tsx';
import { Services } from './services.tsx';
import { Steps } from './steps.tsx';
import { useItems, useNow, type Items } from './use-board.ts';
import {
  activatedAt,
  activeWords,
  boardTitle,
  lastUpdate,
  partWords,
  stateTones,
} from './words.ts';
import '../look/review.css';
import '../look/crisis.css';

/** What every part of a board gets. */
export type BoardProps = {
  readonly at: CrisisAt;
  readonly board: BoardData;
  readonly items: Items;
  readonly now: Date;
  readonly activated: Date | null;
  /** May something still be changed: not once the review is finished. */
  readonly open: boolean;
  readonly mayRun: boolean;
};

/** The situation board of one crisis: made for a phone in a hurry, kept by several people at once. */
export function Board() {
  const at = useParams({ from: '/p/$partnership/plan/crisis/$crisis' });
  const search = useSearch({ from: '/p/$partnership/plan/crisis/$crisis' });
  const { data, error } = useQuery({ ...boardQuery(at), refetchInterval: 20_000 });
  const mine = usePartnership(at.partnership);
  const items = useItems(at);
  const now = useNow();
  useCrumbs(
    { words: 'Plan', to: `/p/${at.partnership}/plan` },
    { words: 'Crisis', to: `/p/${at.partnership}/plan/crisis` },
    { words: data?.crisis.title ?? 'Board' },
  );
  if (data === undefined)
    return error === null ? <Loading what="the board" /> : <NoBoard error={error} />;
  const part = search.part ?? (['ended', 'reviewed'].includes(data.crisis.state) ? 'after' : 'now');
  const props: BoardProps = {
    ...{ at, board: data, items, now, activated: activatedAt(data.crisis) },
    open: data.crisis.state !== 'reviewed' && mine !== null && mayHelpInCrisis(mine.role),
    mayRun: mine !== null && mayRunCrisis(mine.role),
  };
  return (
    <div className="crisis-board">
      <Page title={boardTitle(data, now)}>
        <Head {...props} />
        <PartTabs at={at} part={part} />
        <Undo offer={items.undo} />
        <Problems error={items.error} />
        <Part {...{ part, props }} />
      </Page>
    </div>
  );
}

function NoBoard({ error }: { error: unknown }) {
  return (
    <Page title="This board is not open to you">
      <Problems error={error} />
    </Page>
  );
}

function Part({ part, props }: { part: BoardPart; props: BoardProps }) {
  switch (part) {
    case 'now':
      return (
        <>
          <Lines {...props} />
          <Actions {...props} />
        </>
      );
    case 'calls':
      return <Calls {...props} />;
    case 'counts':
      return <Counts {...props} />;
    case 'services':
      return <Services {...props} />;
    case 'after':
      return <After {...props} />;
  }
}

function PartTabs({ at, part }: { at: CrisisAt; part: BoardPart }) {
  return (
    <nav className="tabs crisis-tabs" aria-label="Parts of the board">
      {boardParts.map((each) => (
        <Link
          key={each}
          to="/p/$partnership/plan/crisis/$crisis"
          params={at}
          search={{ part: each }}
          {...(each === part && { 'data-here': true, 'aria-current': 'page' as const })}
        >
          {partWords[each]}
        </Link>
      ))}
    </nav>
  );
}

function Head(props: BoardProps) {
  const { at, board, mayRun } = props;
  const { crisis } = board;
  const [form, setForm] = useState(false);
  const said = [
    ['Trigger', crisis.triggerRule],
    ['Affected', crisis.affected],
    ['Immigration status', crisis.irregular],
  ].filter(([, text]) => text !== '');
  return (
    <section className="crisis-head" aria-label="The crisis">
      <p className="row">
        <span className={stateTones[crisis.state]}>{stateWords[crisis.state]}</span>
        <span>
          {typeWords[crisis.type]} · {phaseWords[crisis.phase]} ({spanWords[spanOf(crisis.phase)]})
          · {crisis.place.name}
          {activeWords(crisis)}
        </span>
      </p>
      <details className="crisis-facts">
        <summary>What is known</summary>
        <dl>
          {said.map(([words, text]) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          <div>
            <dt>Source</dt>
            <dd>
              {crisis.sourceUrl === '' ? (
                crisis.source || '– not said'
              ) : (
                <a href={crisis.sourceUrl} rel="noopener noreferrer" target="_blank">
                  {crisis.source || crisis.sourceUrl}
                </a>
              )}
            </dd>
          </div>
        </dl>
        <p className="small soft">{lastUpdate(crisis)}</p>
        {mayRun && crisis.state !== 'reviewed' && (
          <Button onClick={() => setForm(true)}>Change what is said, or the phase</Button>
        )}
      </details>
      {mayRun && <Steps {...props} />}
      {form && (
        <CrisisForm
          partnership={at.partnership}
          place={crisis.place}
          crisis={crisis}
          onClose={() => setForm(false)}
        />
      )}
    </section>
  );
}
