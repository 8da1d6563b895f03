import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useBlocker, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { Refusal } from '../api.ts';
import { CompareTabs } from '../comparison/frame.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Progress } from '../parts/progress.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { indexQuery, indicesChanged, saveIndex, type IndexAt, type KeptIndex } from './calls.ts';
import { useDraft, type Drafting } from './draft.ts';
import { Files } from './files.tsx';
import { Indicators } from './indicators.tsx';
import { Pipeline } from './pipeline.tsx';
import { Results } from './results.tsx';
import { indexViews, type IndexSearch, type IndexView } from './routes.tsx';
import { Sure } from './sure.tsx';
import { Units } from './units.tsx';
import { useIndex } from './use-index.ts';
import { findingOf, unitsWord } from './view.ts';
import { changedMethod } from './words.ts';
import '../look/composite.css';

/** One index: loaded once, worked out in the browser from then on. */
export function IndexPage() {
  const at = useParams({ from: '/p/$partnership/compare/index/$index' });
  const search = useSearch({ from: '/p/$partnership/compare/index/$index' });
  const mine = usePartnership(at.partnership);
  const { data, error } = useQuery(indexQuery(at));
  if (data !== undefined && mine !== null)
    return (
      <OpenIndex
        key={`${data.id} ${data.revision}`}
        {...{ at, search, kept: data }}
        mayEdit={mayEditPlace(mine.role) && !data.removed}
      />
    );
  if (error === null) return <Loading what="the index" />;
  return (
    <Page title="This index is not here">
      <Problems error={error} />
    </Page>
  );
}

type Opened = {
  readonly at: IndexAt;
  readonly search: IndexSearch;
  readonly kept: KeptIndex;
  readonly mayEdit: boolean;
};

function OpenIndex({ at, search, kept, mayEdit }: Opened) {
  const draft = useDraft(kept.content);
  const index = useIndex(draft.now);
  const { now } = draft;
  const changed = draft.past.length > 0 && now !== kept.content;
  const words = unitsWord(now.placeType !== null);
  useCrumbs(
    { words: 'Compare', to: `/p/${at.partnership}/compare` },
    { words: 'Index', to: `/p/${at.partnership}/compare/index` },
    { words: now.title },
  );
  useBlocker({
    shouldBlockFn: ({ next }) =>
      changed &&
      next.pathname !== window.location.pathname &&
      !window.confirm('What you changed is not kept yet. Leave it?'),
    enableBeforeUnload: () => changed,
  });
  const { view = 'results' } = search;
  return (
    <Page
      title={index.rows === null ? now.title : findingOf(index.rows, words)}
      lede={`${now.title}. ${now.note.split('\n')[0] ?? ''}`}
    >
      <CompareTabs partnership={at.partnership} place={undefined} />
      <ViewTabs {...{ at, view }} />
      {changed && <Keep {...{ at, kept, draft, mayEdit }} />}
      {index.notices.map((notice) => (
        <Notice key={notice} tone="warn">
          <p>{notice}</p>
        </Notice>
      ))}
      {index.problems.length > 0 && <Problems error={new Refusal(422, index.problems)} />}
      {index.draws.work.state !== 'done' && index.worked !== null && now.uncertainty !== null && (
        <Progress
          what="How sure it is"
          work={index.draws.work}
          onStop={index.draws.stop}
          onAgain={index.draws.again}
        />
      )}
      {view === 'results' && <Results {...{ at, index, words }} />}
      {view === 'method' && <Pipeline {...{ draft, index, kept, mayEdit, words }} />}
      {view === 'sure' && <Sure {...{ index, words }} />}
      {view === 'units' && <Units {...{ at, search, index, words }} />}
      {view === 'indicators' && <Indicators {...{ index }} />}
      {view === 'files' && <Files {...{ at, kept, draft, mayEdit }} />}
    </Page>
  );
}

const viewWords: Readonly<Record<IndexView, string>> = {
  ...{ results: 'Results', method: 'Method', sure: 'How sure' },
  ...{ units: 'One by one', indicators: 'Indicators', files: 'Files and versions' },
};

function ViewTabs({ at, view }: { at: IndexAt; view: IndexView }) {
  return (
    <nav className="tabs index-tabs" aria-label="This index">
      {indexViews.map((each) => (
        <Link
          key={each}
          to="/p/$partnership/compare/index/$index"
          params={at}
          search={each === 'results' ? {} : { view: each }}
          {...(each === view && { 'data-here': '', 'aria-current': 'page' as const })}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {viewWords[each]}
        </Link>
      ))}
    </nav>
  );
}

/** What was changed, and the ways on from it: keep it as the next version, or go back. */
function Keep({
  at,
  kept,
  draft,
  mayEdit,
}: {
  at: IndexAt;
  kept: KeptIndex;
  draft: Drafting;
  mayEdit: boolean;
}) {
  const said = useMemo(
    () => changedMethod(kept.content.method, draft.now.method),
    [kept.content.method, draft.now.method],
  );
  const [note, setNote] = useState('');
  const keep = useMutation({
    mutationFn: () => saveIndex(at, { revision: kept.revision, content: draft.now, note }),
    onSuccess: () => indicesChanged(at.partnership),
  });
  return (
    <section className="index-changed" aria-label="Changes that are not kept">
      <p>
        <strong>Not kept yet</strong>
        {said !== '' && `: changed ${said}`}. What you see is worked out with your changes.
      </p>
      <Problems error={keep.error} />
      <div className="row end">
        {mayEdit && (
          <TextField label="Why (optional)" maxLength={1000} value={note} onChange={setNote} />
        )}
        {mayEdit && (
          <Button tone="primary" disabled={keep.isPending} onClick={() => keep.mutate()}>
            Keep as version {kept.revision + 1}
          </Button>
        )}
        <Button onClick={() => draft.step('undo')}>Undo</Button>
        <Button onClick={() => draft.step('reset')}>Back to what is kept</Button>
      </div>
    </section>
  );
}
