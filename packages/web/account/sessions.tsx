import { useMutation, useQuery } from '@tanstack/react-query';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { moment } from '../words.ts';
import { account } from './calls.ts';

type Session = {
  readonly token: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly userAgent: string | null;
};

/** Where one is signed in; each session can be ended. */
export function Sessions() {
  const list = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: () => account<readonly Session[]>('/list-sessions'),
  });
  const after = { onSuccess: () => queries.invalidateQueries() };
  const end = useMutation({
    mutationFn: (token: string) => account('/revoke-session', { token }),
    ...after,
  });
  const endOthers = useMutation({
    mutationFn: () => account('/revoke-other-sessions', {}),
    ...after,
  });
  return (
    <section className="stack">
      <h2>Where you are signed in</h2>
      <Problems error={list.error ?? end.error ?? endOthers.error} />
      <Table
        caption="A session ends by itself after 20 minutes without use."
        rows={list.data ?? []}
        rowKey={(row) => row.token}
        columns={[
          { title: 'Device', cell: (row) => deviceOf(row.userAgent ?? ''), heads: true },
          { title: 'Since', cell: (row) => moment(row.createdAt) },
          { title: 'Last used', cell: (row) => moment(row.updatedAt) },
          {
            title: 'End it',
            cell: (row) => (
              <Button tone="quiet" onClick={() => end.mutate(row.token)}>
                Sign out there
              </Button>
            ),
          },
        ]}
      />
      <div>
        <Button onClick={() => endOthers.mutate()} disabled={endOthers.isPending}>
          Sign out everywhere else
        </Button>
      </div>
    </section>
  );
}

function deviceOf(agent: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)\//.exec(agent)?.[1]?.replace('Edg', 'Edge');
  const system = /(Windows|Mac OS|Android|iPhone|Linux)/.exec(agent)?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' on ') || 'Unknown device';
}
