import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import type { OrganisationFields } from '@freehold/core/directory';
import { got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count } from '../words.ts';
import { directoryChanged, organisationQuery, room } from './calls.ts';
import { PartnersFrame } from './frame.tsx';
import { History } from './history.tsx';
import { codeChoices, codeWords, roles } from './words.ts';

/** One organisation: what it is, where it takes part, and what became of its entry. */
export function Organisation() {
  const { partnership, organisation: id } = useParams({
    from: '/p/$partnership/partners/organisations/$organisation',
  });
  const { data, error } = useQuery(organisationQuery(partnership, id));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const part = useMutation({
    mutationFn: (listedOrganisation: string) =>
      got(
        room.organisations[':listedOrganisation'].part.$post({
          param: { partnership, listedOrganisation },
        }),
      ),
    onSuccess: () => directoryChanged(partnership),
  });
  const name = data?.organisation.name ?? 'Organisation';
  return (
    <PartnersFrame
      partnership={partnership}
      here={name}
      title={`${name} belongs to ${count(data?.partnerships.length ?? 0, 'partnership', 'partnerships')}`}
      error={error ?? part.error}
      ready={data !== undefined}
    >
      {data !== undefined && (
        <>
          <p>
            {codeWords('sector', data.organisation.sector)}
            {data.organisation.fields.mailbox !== '' && ` · ${data.organisation.fields.mailbox}`}
          </p>
          <ul>
            {data.partnerships.map((each) => (
              <li key={each.id}>
                <Link
                  to="/p/$partnership/partners/$listed"
                  params={{ partnership, listed: each.listed }}
                >
                  {each.name}
                </Link>{' '}
                <span className="small soft">
                  {roles.find(([role]) => role === each.role)?.[1]}
                  {each.asWritten !== '' &&
                    each.asWritten !== name &&
                    `, written “${each.asWritten}”`}
                </span>
              </li>
            ))}
          </ul>
          {may && (
            <Edit
              key={JSON.stringify(data.organisation)}
              partnership={partnership}
              organisation={data.organisation}
            />
          )}
          <History
            lines={data.history}
            merged={data.merged}
            onPart={may ? (entry) => part.mutate(entry) : null}
          />
        </>
      )}
    </PartnersFrame>
  );
}

function Edit({
  partnership,
  organisation,
}: {
  partnership: string;
  organisation: { id: string; name: string; sector: string; fields: OrganisationFields };
}) {
  const [name, setName] = useState(organisation.name);
  const [sector, setSector] = useState(organisation.sector);
  const [fields, setFields] = useState(organisation.fields);
  const set = (change: Partial<OrganisationFields>) => setFields({ ...fields, ...change });
  const save = useMutation({
    mutationFn: () =>
      got(
        room.organisations[':listedOrganisation'].$put({
          param: { partnership, listedOrganisation: organisation.id },
          json: { name, sector, fields },
        }),
      ),
    onSuccess: () => directoryChanged(partnership),
  });
  return (
    <details className="method">
      <summary>Change this entry</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Problems error={save.error} />
        <div className="partners-filters">
          <TextField label="Name" value={name} onChange={setName} required maxLength={200} />
          <Choice
            label="Sector"
            value={sector}
            options={codeChoices('sector').slice(1)}
            onChange={setSector}
          />
          <Choice
            label="Council department"
            value={fields.department}
            options={codeChoices('council-department', 'None')}
            onChange={(department) => set({ department })}
          />
          <YesNo
            label="First responder"
            value={fields.firstResponder}
            onChange={(firstResponder) => set({ firstResponder })}
          />
          <YesNo
            label="Led by survivors"
            value={fields.survivorLed}
            onChange={(survivorLed) => set({ survivorLed })}
          />
          <TextField
            label="Mailbox of a role"
            type="email"
            value={fields.mailbox}
            onChange={(mailbox) => set({ mailbox })}
          />
          <TextField
            label="Website"
            value={fields.website}
            onChange={(website) => set({ website })}
          />
          <TextField label="Reach" value={fields.reach} onChange={(reach) => set({ reach })} />
          <TextField
            label="Charity number"
            value={fields.charityNumber}
            onChange={(charityNumber) => set({ charityNumber })}
          />
          <TextField
            label="Company number"
            value={fields.companyNumber}
            onChange={(companyNumber) => set({ companyNumber })}
          />
        </div>
        <TextField
          label="Other names, with semicolons between them"
          value={fields.otherNames.join('; ')}
          onChange={(text) => set({ otherNames: namesIn(text) })}
        />
        <TextArea
          label="Services offered"
          value={fields.services}
          onChange={(services) => set({ services })}
          maxLength={2000}
        />
        <div>
          <Button type="submit" tone="primary" disabled={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </details>
  );
}

function namesIn(text: string): string[] {
  return text
    .split(';')
    .map((each) => each.trimStart())
    .filter((each) => each !== '');
}

/** Yes, no, or not known. */
export function YesNo({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean | null;
  onChange: (value: boolean | null) => void;
}) {
  return (
    <Choice
      label={label}
      value={value === null ? '' : value ? 'yes' : 'no'}
      options={[
        ['', 'Not known'],
        ['yes', 'Yes'],
        ['no', 'No'],
      ]}
      onChange={(said) => onChange(said === '' ? null : said === 'yes')}
    />
  );
}
