import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { described, findings } from '@freehold/core/change';
import { Refusal } from '../api.ts';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count } from '../words.ts';
import type { KeptTheory, TheoryAt } from './calls.ts';
import { CanvasView } from './canvas-view.tsx';
import { ChosenPanel } from './chosen-panel.tsx';
import { Clashes } from './clashes.tsx';
import { Files } from './files.tsx';
import { Outline } from './outline.tsx';
import type { TheorySearch, TheoryView } from './routes.tsx';
import { Toolbar } from './toolbar.tsx';
import { useTheory } from './use-theory.ts';
import { Versions } from './versions.tsx';
import { ViewTabs } from './view-tabs.tsx';
import { Wizard } from './wizard.tsx';

/** A theory that is open: as an outline, a drawing, in six stages, in versions, and as files. */
export function OpenTheory({
  at,
  search,
  kept,
  mayDraw,
}: {
  at: TheoryAt;
  search: TheorySearch;
  kept: KeptTheory;
  mayDraw: boolean;
}) {
  const navigate = useNavigate();
  const drawing = useTheory(at, kept, mayDraw);
  const { now: theory } = drawing.history;
  const [selected, setSelected] = useState<readonly string[]>(
    search.at === undefined ? [] : [search.at],
  );
  const [sought, setSought] = useState('');
  const found = useMemo(() => findings(theory, drawing.known), [theory, drawing.known]);
  const view: TheoryView = search.view ?? (wide.matches ? 'canvas' : 'outline');
  useCrumbs(
    { words: 'Change', to: `/p/${at.partnership}/change` },
    { words: 'Theories', to: `/p/${at.partnership}/change` },
    { words: theory.title },
  );
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) drawing.desk.redo();
      else drawing.desk.undo();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [drawing.desk]);
  const show = (id: string) => {
    setSelected([id]);
    if (view !== 'canvas' && view !== 'outline')
      void navigate({ to: '.', search: { view: wide.matches ? 'canvas' : 'outline', at: id } });
  };
  const shared = { at, drawing, selected, onSelect: setSelected };
  const drawn = view === 'canvas' || view === 'outline';
  return (
    <Page
      title={
        found.length === 0
          ? `${theory.title}: every check passes`
          : `${theory.title}: ${count(found.length, 'thing is', 'things are')} to mend`
      }
    >
      <ViewTabs view={view} at={at} />
      {!mayDraw && (
        <Notice title="You can read and comment here">
          <p>Co-ordinators, analysts, chairs and survivor advisers draw theories.</p>
        </Notice>
      )}
      {drawing.broughtIn !== '' && (
        <p role="status" className="small">
          {drawing.broughtIn} saved meanwhile; their changes and yours are both here.
        </p>
      )}
      <Problems error={drawing.error} />
      {drawing.problems.length > 0 && <Problems error={new Refusal(422, drawing.problems)} />}
      <Clashes drawing={drawing} />
      {drawn && (
        <>
          <Toolbar {...shared} sought={sought} onSeek={setSought} />
          <div className={`theory view-${view} ${selected.length > 0 ? 'chosen' : ''}`}>
            <div className="theory-main">
              {view === 'canvas' ? (
                <CanvasView {...shared} {...{ sought, found }} />
              ) : (
                <Outline {...shared} {...{ sought, found }} />
              )}
            </div>
            <aside className="theory-side" aria-label="What is chosen">
              <ChosenPanel {...shared} {...{ found, kept }} onShow={show} />
            </aside>
          </div>
          <p className="small soft theory-described">{described(theory, drawing.known)}</p>
        </>
      )}
      {view === 'wizard' && <Wizard {...{ drawing }} onShow={show} found={found} />}
      {view === 'versions' && <Versions {...{ at, drawing, kept }} />}
      {view === 'files' && <Files {...{ at, drawing }} />}
    </Page>
  );
}

const wide = window.matchMedia('(min-width: 760px)');
