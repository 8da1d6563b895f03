import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got } from '../api.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading, Method, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { useCrumbs } from '../shell/crumbs.tsx';
import { count, moment } from '../words.ts';
import { actionWords, outcomeWords } from './words.ts';

type Outcome = 'all' | 'fine' | 'refused';

/** Who looked at what and who changed what; one's own rows, or everybody's for a co-ordinator. */
export function Audit() {
  const { partnership } = useParams({ from: '/p/$partnership' });
  const [outcome, setOutcome] = useState<Outcome>('all');
  const [action, setAction] = useState('');
  useCrumbs({ words: 'Audit' });
  const audit = useAudit(partnership, outcome, action);
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  const all = audit.data?.pages[0]?.all ?? false;
  return (
    <Page
      title={all ? 'Every look and every change is on record' : 'What you looked at and changed'}
      lede={
        all
          ? 'Reads and refusals are here too. No answer, comment or figure is kept in the audit, only who touched which record.'
          : 'You see your own rows; the co-ordinator sees everybody’s.'
      }
      action={
        all && (
          <a className={buttonClass()} href={`/api/partnerships/${partnership}/audit.csv`}>
            Download as CSV
          </a>
        )
      }
    >
      <div className="row">
        <Choice
          label="Outcome"
          value={outcome}
          options={[
            ['all', 'All'],
            ['fine', 'Done'],
            ['refused', 'Refused'],
          ]}
          onChange={setOutcome}
        />
        <TextField
          label="Part of the address"
          type="search"
          value={action}
          onChange={setAction}
          maxLength={100}
        />
      </div>
      <Problems error={audit.error} />
      {audit.isPending ? (
        <Loading what="the audit" />
      ) : rows.length === 0 ? (
        <Empty title="No row fits">
          <p>Take a filter away to see more.</p>
        </Empty>
      ) : (
        <Table
          caption={`${count(rows.length, 'row', 'rows')}, newest first`}
          rows={rows}
          rowKey={(row) => String(row.seq)}
          columns={[
            { title: 'When', cell: (row) => moment(row.at), heads: true },
            { title: 'Who', cell: (row) => row.personName ?? row.raterAgency ?? 'not signed in' },
            { title: 'What', cell: (row) => actionWords(row.action) },
            { title: 'Outcome', cell: (row) => outcomeWords(row.outcome) },
            { title: 'Record', cell: (row) => <code className="tiny">{row.record}</code> },
          ]}
        />
      )}
      {audit.hasNextPage && (
        <div>
          <Button disabled={audit.isFetching} onClick={() => void audit.fetchNextPage()}>
            Show older rows
          </Button>
        </div>
      )}
      <Method>
        <p>
          Each row carries a hash over itself and the row before it. An administrator checks the
          whole chain with <code>freehold audit verify</code>: a row changed, taken out or moved is
          named.
        </p>
      </Method>
    </Page>
  );
}

const pageSize = 100;

function useAudit(partnership: string, outcome: Outcome, action: string) {
  return useInfiniteQuery({
    queryKey: ['audit', partnership, outcome, action],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      got(
        api.partnerships[':partnership'].audit.$get({
          param: { partnership },
          query: {
            ...(outcome !== 'all' && { outcome }),
            ...(action !== '' && { action }),
            ...(pageParam !== null && { before: String(pageParam) }),
          },
        }),
      ),
    getNextPageParam: ({ rows }) =>
      rows.length < pageSize ? undefined : (rows.at(-1)?.seq ?? undefined),
  });
}
