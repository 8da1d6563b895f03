import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MemberRole } from '@freehold/core/directory';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { directoryChanged, organisationsQuery, room, type WholeListed } from './calls.ts';
import { codeWords, roles } from './words.ts';

type Member = WholeListed['members'][number];

/** Who belongs to a partnership, by posts and not by people. */
export function Members({
  partnership,
  listed,
  members,
  may,
}: {
  partnership: string;
  listed: string;
  members: readonly Member[];
  may: boolean;
}) {
  const { offer, offerUndo } = useUndo();
  const again = () => directoryChanged(partnership);
  const add = useMutation({
    mutationFn: ({ organisation, role, startedOn, endedOn, fields }: Omit<Member, 'id'>) =>
      got(
        room.partnerships[':listed'].members.$post({
          param: { partnership, listed },
          json: { organisation, role, startedOn, endedOn, fields },
        }),
      ),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Member) =>
      got(
        room.members[':listedMembership'].$delete({
          param: { partnership, listedMembership: id },
        }),
      ),
    onSuccess: async (_, member) => {
      offerUndo({ says: `${member.name} is no member any more.`, undo: () => add.mutate(member) });
      await again();
    },
  });
  return (
    <section className="stack">
      <h2>Members</h2>
      <Problems error={add.error ?? remove.error} />
      <Undo offer={offer} />
      {members.length > 0 && (
        <Table
          caption={`${members.length} listed, by name`}
          rows={members}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Organisation',
              heads: true,
              cell: ({ organisation, name }) => (
                <Link
                  to="/p/$partnership/partners/organisations/$organisation"
                  params={{ partnership, organisation }}
                >
                  {name}
                </Link>
              ),
            },
            { title: 'Sector', cell: ({ sector }) => codeWords('sector', sector) },
            { title: 'Role', cell: ({ role }) => roles.find(([each]) => each === role)?.[1] },
            { title: 'Post that attends', cell: ({ fields }) => fields.representative || '–' },
            {
              title: 'Attendance',
              figure: true,
              cell: ({ fields: { attended, meetings } }) =>
                attended === null || meetings === null ? '–' : `${attended} of ${meetings}`,
            },
            ...(may
              ? [
                  {
                    title: 'Remove',
                    cell: (member: Member) => (
                      <Button
                        tone="quiet"
                        disabled={remove.isPending}
                        onClick={() => remove.mutate(member)}
                        aria-label={`Remove ${member.name}`}
                      >
                        Remove
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {may && (
        <AddMember
          partnership={partnership}
          busy={add.isPending}
          onAdd={(organisation, role, representative) =>
            add.mutate({
              ...{ listed, organisation, role, name: '', sector: '', asWritten: '' },
              ...{ startedOn: null, endedOn: null },
              fields: { representative, deputy: '', attended: null, meetings: null },
            })
          }
        />
      )}
    </section>
  );
}

function AddMember({
  partnership,
  busy,
  onAdd,
}: {
  partnership: string;
  busy: boolean;
  onAdd: (organisation: string, role: MemberRole, representative: string) => void;
}) {
  const { data } = useQuery(organisationsQuery(partnership));
  const [name, setName] = useState('');
  const [role, setRole] = useState<MemberRole>('core');
  const [post, setPost] = useState('');
  const all = data?.organisations ?? [];
  const found = all.find((each) => each.name === name);
  return (
    <details>
      <summary>Add a member</summary>
      <form
        className="row ways"
        onSubmit={(event) => {
          event.preventDefault();
          if (found !== undefined) onAdd(found.id, role, post);
          setName('');
        }}
      >
        <TextField
          label="Organisation"
          list="organisations-known"
          value={name}
          onChange={setName}
          autoComplete="off"
        />
        <datalist id="organisations-known">
          {all.map((each) => (
            <option key={each.id} value={each.name}>
              {each.name}
            </option>
          ))}
        </datalist>
        <Choice label="Role" value={role} options={roles} onChange={setRole} />
        <TextField label="Post that attends" value={post} onChange={setPost} maxLength={200} />
        <Button type="submit" disabled={busy || found === undefined}>
          Add
        </Button>
      </form>
      <p className="small soft">
        An organisation that is not in the list yet is added under Organisations first.
      </p>
    </details>
  );
}
