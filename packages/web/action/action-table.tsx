import { Link } from '@tanstack/react-router';
import { Table, type Column } from '../parts/table.tsx';
import { count, day } from '../words.ts';
import type { Action } from './calls.ts';
import { RagTag } from './rag-tag.tsx';
import { dueWords, ownerWords, statuses, wordFor } from './words.ts';

/** The actions one a row; each leads to its own page. */
export function ActionTable({
  partnership,
  place,
  actions,
  gapTitle,
}: {
  partnership: string;
  place: string | undefined;
  actions: readonly Action[];
  gapTitle: (id: string) => string;
}) {
  const columns: readonly Column<Action>[] = [
    {
      title: 'Action',
      heads: true,
      cell: (action) => (
        <ActionLink partnership={partnership} place={place} action={action}>
          {action.title}
        </ActionLink>
      ),
    },
    {
      title: 'Colour',
      cell: (action) => (
        <span className="rag-cell">
          <RagTag action={action} />
          {action.rag.lookAgain && <span className="tag warn">look again</span>}
        </span>
      ),
    },
    {
      title: 'Due',
      cell: (action) =>
        action.overdue ? <span className="late">{dueWords(action)}</span> : dueWords(action),
    },
    { title: 'Owner', cell: ownerWords },
    { title: 'Status', cell: ({ status }) => wordFor(statuses, status) },
    {
      title: 'Progress',
      cell: ({ progress: { n, last } }) =>
        last === null ? '– nothing noted' : `${count(n, 'note', 'notes')}, ${day(last.at)}`,
    },
    {
      title: 'Answers',
      cell: ({ gaps }) => (gaps.length === 0 ? '– no gap linked' : gaps.map(gapTitle).join('; ')),
    },
  ];
  return (
    <Table
      caption={`${count(actions.length, 'action', 'actions')}, by the order chosen above`}
      columns={columns}
      rows={actions}
      rowKey={({ id }) => id}
      stacks
    />
  );
}

/** Leads to an action's page and carries the place along. */
export function ActionLink({
  partnership,
  place,
  action,
  children,
}: {
  partnership: string;
  place: string | undefined;
  action: Pick<Action, 'id'>;
  children: React.ReactNode;
}) {
  return (
    <Link
      to="/p/$partnership/plan/actions/$action"
      params={{ partnership, action: action.id }}
      search={place === undefined ? {} : { place }}
    >
      {children}
    </Link>
  );
}
