import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Profile } from '@freehold/core/directory';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import { directoryChanged, listedQuery, room, wholeQuery } from './calls.ts';
import { EditLists } from './edit-lists.tsx';
import { EditProfile } from './edit-profile.tsx';
import { PartnersFrame } from './frame.tsx';

/** The form of a listed partnership that is there. */
export function EditListed() {
  const { partnership, listed } = useParams({ from: '/p/$partnership/partners/$listed/edit' });
  const { data, error } = useQuery(wholeQuery(partnership, listed));
  return (
    <PartnersFrame
      partnership={partnership}
      here="Change the profile"
      title={`Change the profile of ${data?.listed.name ?? ''}`}
      lede="Only the name is needed. What you leave open counts as not answered."
      error={error}
      ready={data !== undefined}
    >
      {data !== undefined && (
        <Form
          partnership={partnership}
          id={listed}
          first={{ name: data.listed.name, profile: data.listed.profile }}
        />
      )}
    </PartnersFrame>
  );
}

/** The form of one that is not listed yet. */
export function NewListed() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/new' });
  return (
    <PartnersFrame
      partnership={partnership}
      here="List a partnership"
      title="List a partnership"
      lede="Only the name is needed. What you leave open counts as not answered."
    >
      <Form partnership={partnership} id={null} first={{ name: '', profile: Profile.parse({}) }} />
    </PartnersFrame>
  );
}

type Fields = { readonly name: string; readonly profile: Profile };

function Form({
  partnership,
  id,
  first,
}: {
  partnership: string;
  id: string | null;
  first: Fields;
}) {
  const [fields, setFields] = useState(first);
  const navigate = useNavigate();
  const others = useQuery(listedQuery(partnership)).data?.partnerships ?? [];
  const save = useMutation({
    mutationFn: async () => {
      const json = { name: fields.name, profile: fields.profile };
      if (id === null) return got(room.partnerships.$post({ param: { partnership }, json }));
      const param = { partnership, listed: id };
      return got(room.partnerships[':listed'].$put({ param, json }));
    },
    onSuccess: async ({ id: listed }) => {
      await directoryChanged(partnership);
      await navigate({
        to: '/p/$partnership/partners/$listed',
        params: { partnership, listed },
      });
    },
  });
  const set = (change: Partial<Profile>) =>
    setFields({ ...fields, profile: { ...fields.profile, ...change } });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Problems error={save.error} />
      <EditProfile
        partnership={partnership}
        name={fields.name}
        profile={fields.profile}
        onName={(name) => setFields({ ...fields, name })}
        onChange={set}
      />
      <EditLists
        profile={fields.profile}
        onChange={set}
        others={others.filter((each) => each.id !== id)}
      />
      <div>
        <Button type="submit" tone="primary" disabled={save.isPending || fields.name.trim() === ''}>
          Save
        </Button>
      </div>
    </form>
  );
}
