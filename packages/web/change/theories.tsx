import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayDrawTheories } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { PutAway } from '../parts/put-away.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, moment } from '../words.ts';
import { BeginTheory } from './begin.tsx';
import { standTheory, theoriesChanged, theoriesQuery, type TheoryInBrief } from './calls.ts';
import { ChangeFrame } from './frame.tsx';
import '../look/change.css';

/** The theories of change of a partnership, and the ways to begin one. */
export function Theories() {
  const { partnership } = useParams({ from: '/p/$partnership/change' });
  const mine = usePartnership(partnership);
  const mayDraw = mine !== null && mayDrawTheories(mine.role);
  const { data, error } = useQuery(theoriesQuery(partnership));
  const [beginning, setBeginning] = useState(false);
  const { offer, offerUndo } = useUndo();
  const stand = useMutation({
    mutationFn: ({ id, removed }: { id: string; removed: boolean }) =>
      standTheory({ partnership, theory: id }, { removed }),
    onSuccess: () => theoriesChanged(partnership),
  });
  const theories = data?.theories ?? [];
  const here = theories.filter(({ removed }) => !removed);
  const away = theories.filter(({ removed }) => removed);
  const putAway = ({ id, title }: TheoryInBrief) => {
    stand.mutate({ id, removed: true });
    offerUndo({ says: `Put away: ${title}.`, undo: () => stand.mutate({ id, removed: false }) });
  };
  return (
    <ChangeFrame
      {...{ partnership, error }}
      here="Theories"
      title={titleOf(here)}
      lede="How what you do leads to what you want, and what is known about each step."
      ready={data !== undefined}
      action={
        mayDraw && here.length > 0 ? (
          <Button tone="primary" onClick={() => setBeginning(true)}>
            Begin a theory
          </Button>
        ) : undefined
      }
    >
      <Undo offer={offer} />
      <Problems error={stand.error} />
      {here.length === 0 && <NoTheory mayDraw={mayDraw} onBegin={() => setBeginning(true)} />}
      <ul className="theories">
        {here.map((theory) => (
          <li key={theory.id}>
            <h2>
              <Link
                to="/p/$partnership/change/theories/$theory"
                params={{ partnership, theory: theory.id }}
              >
                {theory.title}
              </Link>
            </h2>
            <p className="theory-summary">{theory.summary.split('\n')[0]}</p>
            <p className="small soft figures">
              {count(theory.nodes, 'node', 'nodes')} · {count(theory.links, 'link', 'links')} ·{' '}
              {theory.findings === 0 ? 'every check passes' : `${theory.findings} to mend`} ·{' '}
              {count(theory.versions, 'version', 'versions')} ·{' '}
              {count(theory.openComments, 'open comment', 'open comments')}
            </p>
            <div className="row">
              <span className="small soft">
                {theory.place === null ? '' : `${theory.place.name} · `}
                changed {moment(theory.changedAt)} by {theory.changedBy}
              </span>
              {mayDraw && (
                <Button tone="quiet" onClick={() => putAway(theory)}>
                  Put away<span className="unseen">: {theory.title}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <PutAway
        away={away}
        names={['theory', 'theories']}
        onTakeOut={mayDraw ? (id) => stand.mutate({ id, removed: false }) : null}
      />
      {beginning && <BeginTheory {...{ partnership }} onClose={() => setBeginning(false)} />}
    </ChangeFrame>
  );
}

/** "2 theories are drawn; 5 things to mend in the newest" */
function titleOf(theories: readonly TheoryInBrief[]): string {
  const [first] = theories;
  if (first === undefined) return 'No theory of change is drawn yet';
  const drawn = count(theories.length, 'theory of change is drawn', 'theories of change are drawn');
  const mend = theories.reduce((sum, { findings }) => sum + findings, 0);
  return mend === 0
    ? `${drawn}, and every check passes`
    : `${drawn}; ${count(mend, 'thing is', 'things are')} to mend`;
}

function NoTheory({ mayDraw, onBegin }: { mayDraw: boolean; onBegin: () => void }) {
  return (
    <Empty title="A theory of change says how what you do leads to what you want">
      <p>
        It begins at the goal and asks backwards what must be there first. Every link says why, what
        is known about it, who said so, and whether it shows in the figures; its colour changes when
        one of them changes.
      </p>
      {mayDraw && (
        <div>
          <Button tone="primary" onClick={onBegin}>
            Begin a theory
          </Button>
        </div>
      )}
    </Empty>
  );
}
