import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day } from '../words.ts';
import { groupsQuery, type ShownGroup } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { DecisionForm, GroupForm, MemberForm, type ShownMember } from './group-forms.tsx';
import { seatWords } from './words.ts';

type Form =
  | { readonly what: 'group'; readonly group: ShownGroup | null }
  | { readonly what: 'member'; readonly group: ShownGroup; readonly member: ShownMember | null }
  | { readonly what: 'decision'; readonly group: ShownGroup };

/** Working groups: who judges claims, whose seats are whose, what interests they have, what they decided. */
export function Groups() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/groups' });
  const { data, error } = useQuery(groupsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [form, setForm] = useState<Form | null>(null);
  const groups = data?.groups ?? [];
  const onClose = () => setForm(null);
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Groups"
      title={titleOf(groups)}
      ready={data !== undefined}
      action={
        may && groups.length > 0 ? (
          <Button tone="primary" onClick={() => setForm({ what: 'group', group: null })}>
            Add a working group
          </Button>
        ) : undefined
      }
    >
      {groups.length === 0 && (
        <Empty title="Claims are judged by named people">
          <p>
            A working group takes a theme, reads what bears on its claims, and decides; who
            disagrees is put down beside the decision. Keep a seat for survivors, pay for it, and
            ask everybody for their interests before they judge.
          </p>
          {may && (
            <div>
              <Button tone="primary" onClick={() => setForm({ what: 'group', group: null })}>
                Add the first group
              </Button>
            </div>
          )}
        </Empty>
      )}
      {groups.map((group) => (
        <Group key={group.id} {...{ partnership, group, may, setForm }} />
      ))}
      {groups.length > 0 && (
        <Method>
          <p>
            A seat says what somebody is there for; nothing else is asked about them. Who takes a
            survivor seat chooses to. Who has left counts no more.
          </p>
        </Method>
      )}
      {form?.what === 'group' && <GroupForm {...{ partnership, onClose }} group={form.group} />}
      {form?.what === 'member' && (
        <MemberForm {...{ partnership, onClose }} group={form.group} member={form.member} />
      )}
      {form?.what === 'decision' && (
        <DecisionForm {...{ partnership, onClose }} group={form.group} />
      )}
    </EvidenceFrame>
  );
}

function Group({
  partnership,
  group,
  may,
  setForm,
}: {
  partnership: string;
  group: ShownGroup;
  may: boolean;
  setForm: (form: Form) => void;
}) {
  const { standing } = group;
  return (
    <section className="stack">
      <h2>{group.name}</h2>
      {group.purpose !== '' && <p>{group.purpose}</p>}
      <p className="figures">
        {count(standing.members, 'member', 'members')} · {standing.survivorSeatsFilled} of{' '}
        {count(standing.survivorSeats, 'survivor seat', 'survivor seats')} taken ·{' '}
        {standing.undeclared === 0
          ? 'everybody’s interests are declared'
          : `${count(standing.undeclared, 'member has', 'members have')} not been asked for interests`}
      </p>
      <Table
        caption={`Who sits in ${group.name}`}
        rows={group.members}
        rowKey={({ id }) => id}
        stacks
        columns={[
          { title: 'Name', heads: true, cell: ({ name }) => name },
          { title: 'Seat', cell: ({ seat }) => seatWords[seat] },
          { title: 'Discipline', cell: ({ discipline }) => discipline || '–' },
          { title: 'Sub-group', cell: ({ subGroup }) => subGroup || '–' },
          { title: 'Interest', cell: interestOf },
          { title: 'Left', cell: ({ leftOn }) => (leftOn === null ? '–' : day(leftOn)) },
          ...(may
            ? [
                {
                  title: 'Change',
                  cell: (member: ShownMember) => (
                    <Button tone="quiet" onClick={() => setForm({ what: 'member', group, member })}>
                      Change
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {group.claims.length > 0 && (
        <>
          <h3>Claims it judges</h3>
          <ul>
            {group.claims.map(({ id, statement }) => (
              <li key={id}>
                <Link
                  to="/p/$partnership/evidence/claims/$claim"
                  params={{ partnership, claim: id }}
                >
                  {statement}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {group.decisions.length > 0 && (
        <>
          <h3>What it decided</h3>
          <ul>
            {group.decisions.map(({ id, decidedOn, decision, dissent }) => (
              <li key={id}>
                {day(decidedOn)}: {decision}
                {dissent !== '' && <span className="small"> Dissent: {dissent}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {may && (
        <div className="row">
          <Button onClick={() => setForm({ what: 'member', group, member: null })}>
            Give a seat
          </Button>
          <Button onClick={() => setForm({ what: 'decision', group })}>Put down a decision</Button>
          <Button tone="quiet" onClick={() => setForm({ what: 'group', group })}>
            Change the group
          </Button>
        </div>
      )}
    </section>
  );
}

function interestOf({ interest, declaredOn }: ShownMember): string {
  if (declaredOn === null) return '– not asked yet';
  return interest === '' ? 'Nothing to declare' : interest;
}

function titleOf(groups: readonly ShownGroup[]): string {
  if (groups.length === 0) return 'No working group judges claims yet';
  const empty = groups.filter(
    ({ standing }) => standing.survivorSeatsFilled < standing.survivorSeats,
  ).length;
  if (groups.length === 1 && empty === 1)
    return 'The working group has a survivor seat that nobody has taken';
  return empty === 0
    ? `Survivors have their seats in all ${count(groups.length, 'working group', 'working groups')}`
    : `${empty} of ${count(groups.length, 'working group has', 'working groups have')} a survivor seat that nobody has taken`;
}
