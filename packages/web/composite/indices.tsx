import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayEditPlace } from '@freehold/core/access';
import { CompareTabs } from '../comparison/frame.tsx';
import { Button, buttonClass } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { PutAway } from '../parts/put-away.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, moment } from '../words.ts';
import { indicesChanged, indicesQuery, standIndex, type IndexInBrief } from './calls.ts';
import './words.ts';
import '../look/composite.css';

/** The composite indices of a partnership, and the ways to make one. */
export function Indices() {
  const { partnership } = useParams({ from: '/p/$partnership/compare/index' });
  const mine = usePartnership(partnership);
  const mayEdit = mine !== null && mayEditPlace(mine.role);
  const { data, error } = useQuery(indicesQuery(partnership));
  const { offer, offerUndo } = useUndo();
  const stand = useMutation({
    mutationFn: ({ id, removed }: { id: string; removed: boolean }) =>
      standIndex({ partnership, index: id }, removed),
    onSuccess: () => indicesChanged(partnership),
  });
  useCrumbs({ words: 'Compare', to: `/p/${partnership}/compare` }, { words: 'Index' });
  const all = data?.indices ?? [];
  const here = all.filter(({ removed }) => !removed);
  const away = all.filter(({ removed }) => removed);
  const putAway = ({ id, title }: IndexInBrief) => {
    stand.mutate({ id, removed: true });
    offerUndo({ says: `Put away: ${title}.`, undo: () => stand.mutate({ id, removed: false }) });
  };
  return (
    <Page
      title={data === undefined ? 'Indices' : titleOf(here)}
      lede="Several signs in one number, with how sure it is. Every step can be looked at and challenged; places stand by name, because a table in order of rank says more than the numbers know."
      action={
        mayEdit && here.length > 0 ? (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/compare/index/new"
            params={{ partnership }}
          >
            Make an index
          </Link>
        ) : undefined
      }
    >
      <CompareTabs partnership={partnership} place={undefined} />
      <Undo offer={offer} />
      <Problems error={error ?? stand.error} />
      {data === undefined && error === null && <Loading what="the indices" />}
      {data !== undefined && here.length === 0 && <NoIndex {...{ partnership, mayEdit }} />}
      <ul className="indices">
        {here.map((index) => (
          <li key={index.id}>
            <h2>
              <Link
                to="/p/$partnership/compare/index/$index"
                params={{ partnership, index: index.id }}
              >
                {index.title}
              </Link>
            </h2>
            {index.note !== '' && <p className="index-note">{index.note.split('\n')[0]}</p>}
            <p className="small soft">
              {count(index.units, 'unit', 'units')} ·{' '}
              {count(index.indicators, 'indicator', 'indicators')} · version {index.revision}
              {index.notice &&
                ' · rests on figures with a notice, such as detection, not prevalence'}
            </p>
            <div className="row">
              <span className="small soft">
                kept {moment(index.changedAt)}
                {index.changedBy !== '' && ` by ${index.changedBy}`}
              </span>
              {mayEdit && (
                <Button tone="quiet" onClick={() => putAway(index)}>
                  Put away<span className="unseen">: {index.title}</span>
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <PutAway
        away={away}
        names={['index', 'indices']}
        onTakeOut={mayEdit ? (id) => stand.mutate({ id, removed: false }) : null}
      />
    </Page>
  );
}

function titleOf(indices: readonly IndexInBrief[]): string {
  if (indices.length === 0) return 'No index is made yet';
  return `${count(indices.length, 'index is', 'indices are')} open to challenge here`;
}

function NoIndex({ partnership, mayEdit }: { partnership: string; mayEdit: boolean }) {
  return (
    <Empty title="An index says with one number what several signs say together">
      <p>
        It needs a table of places (or other units) by indicators, and a method of ten steps. Each
        step is a choice that somebody else might have made otherwise; Freehold makes those choices
        too, thousands of times, and shows how far a place moves. What cannot be told apart is said
        so, and nothing here is a league table.
      </p>
      {mayEdit ? (
        <div>
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/compare/index/new"
            params={{ partnership }}
          >
            Make an index
          </Link>
        </div>
      ) : (
        <p>A co-ordinator or an analyst of your partnership makes indices.</p>
      )}
    </Empty>
  );
}
