import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '../api.ts';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day, moment } from '../words.ts';
import { Factor } from './factor.tsx';
import { Password } from './password.tsx';
import { Self } from './self.tsx';
import { Sessions } from './sessions.tsx';

const heldQuery = { queryKey: ['me'], queryFn: () => got(api.me.$get()) } as const;

/** One's own account: name, password, second factor, where one is signed in, and all that is held. */
export function Account() {
  const held = useQuery(heldQuery);
  if (held.isPending) return <Loading what="your account" />;
  return (
    <main className="shell-main">
      <p>
        <Link to="/">← Back to the start</Link>
      </p>
      <Page title="Your account">
        <Problems error={held.error} />
        {held.data !== undefined && (
          <>
            <Self name={held.data.person.name} email={held.data.person.email} />
            <Password
              has={held.data.person.hasPassword}
              possible={held.data.person.email !== null}
            />
            <Factor on={held.data.person.twoFactor} possible={held.data.person.hasPassword} />
            <Sessions />
            <section className="stack">
              <h2>All that is held on you</h2>
              <p>
                Your name{held.data.person.email !== null && ' and e-mail'}, since{' '}
                {day(held.data.person.since)}; {count(held.data.auditRows, 'row', 'rows')} of the
                audit; and your membership in these partnerships. Ratings that you give by a rater’s
                link are kept under the agency you answered for.
              </p>
              <Table
                caption="Memberships"
                rows={held.data.memberships}
                rowKey={(row) => row.partnership}
                columns={[
                  { title: 'Partnership', cell: (row) => row.partnership, heads: true },
                  { title: 'Role', cell: (row) => row.role.replaceAll('-', ' ') },
                  { title: 'For', cell: (row) => row.organisation ?? '–' },
                ]}
              />
              <p className="small soft">
                As of {moment(new Date(held.dataUpdatedAt).toISOString())}.
              </p>
            </section>
          </>
        )}
      </Page>
    </main>
  );
}
