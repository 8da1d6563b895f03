import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Loading, Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import { day } from '../words.ts';
import { Invite } from './invite.tsx';
import { SendLink, TakeOut } from './member-actions.tsx';
import { peopleTitle, roleWords } from './words.ts';

/** Who belongs to the partnership, what they may do, and how one more joins. */
export function People() {
  const { partnership } = useParams({ from: '/p/$partnership/people' });
  const mine = usePartnership(partnership);
  const { data, error } = useQuery({
    queryKey: ['people', partnership],
    queryFn: () => got(api.partnerships[':partnership'].people.$get({ param: { partnership } })),
  });
  const [inviting, setInviting] = useState(false);
  useCrumbs({ words: 'People' });
  if (error) return <Problems error={error} />;
  if (data === undefined || mine === null) return <Loading what="the people" />;
  const organisations = new Set(data.people.flatMap(({ organisation }) => organisation ?? [])).size;
  const actions = ({ id, name, email }: Person) => (
    <div className="row">
      {email !== null && <SendLink at={{ partnership, member: id }} />}
      <TakeOut at={{ partnership, member: id }} name={name} />
    </div>
  );
  const mayInvite = mayCoordinate(mine.role);
  const emails = data.people.some(({ email }) => email !== null);
  return (
    <Page
      title={peopleTitle(data.people.length, organisations)}
      lede="Raters do not need to be here: a link from the review is enough for them."
      action={
        mayInvite && !inviting ? (
          <Button tone="primary" onClick={() => setInviting(true)}>
            Invite somebody
          </Button>
        ) : undefined
      }
    >
      {inviting && <Invite partnership={partnership} onClose={() => setInviting(false)} />}
      {!mayInvite && (
        <p className="soft">Only a co-ordinator can invite people. Yours are in the list.</p>
      )}
      <Table
        stacks
        caption="Everybody who can sign in to this partnership"
        rows={data.people}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Name', heads: true, cell: ({ name }) => name },
          { title: 'Organisation', cell: ({ organisation }) => organisation ?? '–' },
          {
            title: 'Role',
            cell: ({ role }) => (
              <>
                {roleWords[role][0]}
                <br />
                <span className="tiny soft">{roleWords[role][1]}</span>
              </>
            ),
          },
          ...(emails ? [{ title: 'E-mail', cell: (each: Person) => each.email ?? '–' }] : []),
          { title: 'Since', cell: ({ since }) => day(since) },
          ...(mayInvite ? [{ title: 'Change', cell: actions }] : []),
        ]}
      />
    </Page>
  );
}

type Person = { readonly id: string; readonly name: string; readonly email: string | null };
