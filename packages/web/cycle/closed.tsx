import { Downloads } from '../document/downloads.tsx';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day } from '../words.ts';
import { useReopenRound, type RoundAt, type RoundPage } from './calls.ts';
import { openKinds } from './words.ts';

/** How a round ended: what changed, what is now normal, what was learnt, and what carried over. */
export function Closed({
  at,
  page: { round, carries, isLast },
  mayRun,
}: {
  at: RoundAt;
  page: RoundPage;
  mayRun: boolean;
}) {
  const reopen = useReopenRound(at);
  const carried = carries.filter(({ decision }) => decision === 'carried').length;
  const parts = [
    ['What changed', round.changed],
    ['What is now normal', round.normal],
    ['What was learnt', round.learning],
    ['Goals of the next round', round.nextGoals],
  ] as const;
  return (
    <section className="stack" aria-labelledby="ended">
      <h2 id="ended">How it ended</h2>
      <p className="soft">
        Closed by {round.closedBy === '' ? 'somebody who has left' : round.closedBy}
        {round.closedAt !== null && ` on ${day(round.closedAt)}`}.{' '}
        {isLast && 'It can be reopened until the next round is opened.'}
      </p>
      <dl className="close-words">
        {parts.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="written">{words === '' ? '–' : words}</dd>
          </div>
        ))}
      </dl>
      <Downloads address={`/api/partnerships/${at.partnership}/rounds/${at.round}/report`} />
      {carries.length > 0 && (
        <details className="put-away">
          <summary>
            {count(carried, 'thing', 'things')} carried over, {carries.length - carried} dropped
          </summary>
          <Table
            caption="What was open when the round closed"
            rows={carries}
            rowKey={({ kind, id }) => `${kind} ${id}`}
            stacks
            columns={[
              { title: 'What', heads: true, cell: ({ title }) => title },
              { title: 'Kind', cell: ({ kind }) => openKinds[kind][0] },
              {
                title: 'Decision',
                cell: ({ decision }) => (decision === 'carried' ? 'Carried over' : 'Dropped'),
              },
              { title: 'Reason', cell: ({ reason }) => (reason === '' ? '–' : reason) },
            ]}
          />
        </details>
      )}
      {mayRun && isLast && (
        <div className="stack-tight">
          <Problems error={reopen.error} />
          <div>
            <Button disabled={reopen.isPending} onClick={() => reopen.mutate()}>
              Reopen {round.title}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
