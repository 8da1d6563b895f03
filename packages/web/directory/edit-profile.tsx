import { useQuery } from '@tanstack/react-query';
import type { Profile } from '@freehold/core/directory';
import { Choice, TextArea, TextField } from '../parts/field.tsx';
import { areasQuery } from './calls.ts';
import { Ticks } from './ticks.tsx';
import { YesNo } from './organisation.tsx';
import { codeChoices, statuses } from './words.ts';

/** The questions of a profile that have one answer each. */
export function EditProfile({
  partnership,
  name,
  profile,
  onName,
  onChange,
}: {
  partnership: string;
  name: string;
  profile: Profile;
  onName: (name: string) => void;
  onChange: (change: Partial<Profile>) => void;
}) {
  const { chair, coordinator, contact, pledge } = profile;
  const text = (label: string, key: 'website' | 'home' | 'reportsTo' | 'meetingFrequency') => (
    <TextField label={label} value={profile[key]} onChange={(said) => onChange({ [key]: said })} />
  );
  const date = (label: string, key: 'startedOn' | 'endedOn' | 'nextMeeting') => (
    <TextField
      label={label}
      type="date"
      value={profile[key] ?? ''}
      onChange={(said) => onChange({ [key]: said === '' ? null : said })}
    />
  );
  return (
    <>
      <fieldset className="stack">
        <legend>What it is</legend>
        <TextField label="Name" value={name} onChange={onName} required maxLength={300} />
        <div className="partners-filters">
          <Choice
            label="Status"
            value={profile.status}
            options={statuses}
            onChange={(status) => onChange({ status })}
          />
          <Choice
            label="Type"
            value={profile.type}
            options={codeChoices('partnership-type')}
            onChange={(type) => onChange({ type })}
          />
          <Choice
            label="Scale"
            value={profile.scale}
            options={codeChoices('scale')}
            onChange={(scale) => onChange({ scale })}
          />
          {date('Began on', 'startedOn')}
          {date('Ended on', 'endedOn')}
          {text('Home (board, hub or safeguarding body)', 'home')}
          {text('Reports to', 'reportsTo')}
          {text('Website', 'website')}
        </div>
        <Ticks
          legend="Functions"
          list="function"
          values={profile.functions}
          onChange={(functions) => onChange({ functions })}
        />
        <Areas partnership={partnership} profile={profile} onChange={onChange} />
        <TextArea
          label="Objectives"
          value={profile.objectives}
          onChange={(objectives) => onChange({ objectives })}
          maxLength={5000}
        />
        <TextArea
          label="Vision"
          value={profile.vision}
          onChange={(vision) => onChange({ vision })}
          maxLength={2000}
        />
      </fieldset>
      <fieldset className="stack">
        <legend>Who leads</legend>
        <div className="partners-filters">
          <Choice
            label="Chaired by"
            value={chair.category}
            options={codeChoices('lead')}
            onChange={(category) => onChange({ chair: { ...chair, category } })}
          />
          <TextField
            label="Organisation of the chair"
            value={chair.organisation}
            onChange={(organisation) => onChange({ chair: { ...chair, organisation } })}
          />
          <TextField
            label="Post of the chair"
            value={chair.role}
            onChange={(role) => onChange({ chair: { ...chair, role } })}
          />
          <Choice
            label="Co-ordinated by"
            value={coordinator.category}
            options={codeChoices('lead')}
            onChange={(category) => onChange({ coordinator: { ...coordinator, category } })}
          />
          <TextField
            label="Organisation of the co-ordinator"
            value={coordinator.organisation}
            onChange={(organisation) => onChange({ coordinator: { ...coordinator, organisation } })}
          />
          <YesNo
            label="Paid co-ordinator"
            value={coordinator.paid}
            onChange={(paid) => onChange({ coordinator: { ...coordinator, paid } })}
          />
          <TextField
            label="Full-time posts"
            type="number"
            value={coordinator.fte?.toString() ?? ''}
            onChange={(said) =>
              onChange({ coordinator: { ...coordinator, fte: said === '' ? null : Number(said) } })
            }
          />
          <TextField
            label="Funded until"
            type="date"
            value={coordinator.fundedUntil ?? ''}
            onChange={(said) =>
              onChange({ coordinator: { ...coordinator, fundedUntil: said === '' ? null : said } })
            }
          />
        </div>
        <div className="partners-filters">
          <TextField
            label="Mailbox of a role"
            hint="It outlives whoever holds the post."
            type="email"
            value={contact.mailbox}
            onChange={(mailbox) => onChange({ contact: { ...contact, mailbox } })}
          />
          <TextField
            label="Role"
            value={contact.role}
            onChange={(role) => onChange({ contact: { ...contact, role } })}
          />
          <TextField
            label="Name, only if it must be"
            value={contact.name}
            onChange={(said) => onChange({ contact: { ...contact, name: said } })}
          />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>How it works</legend>
        <div className="partners-filters">
          {text('How often it meets', 'meetingFrequency')}
          <Choice
            label="How it meets"
            value={profile.meetingMode}
            options={codeChoices('meeting-mode')}
            onChange={(meetingMode) => onChange({ meetingMode })}
          />
          {date('Next meeting', 'nextMeeting')}
          <YesNo
            label="Pledge signed"
            value={pledge.signed}
            onChange={(signed) => onChange({ pledge: { ...pledge, signed } })}
          />
        </div>
        <Ticks
          legend="Draws in"
          list="engagement"
          values={profile.engagement}
          onChange={(engagement) => onChange({ engagement })}
        />
        <Ticks
          legend="Good practice"
          list="good-practice"
          values={profile.goodPractice}
          onChange={(goodPractice) => onChange({ goodPractice })}
        />
      </fieldset>
    </>
  );
}

/** Areas by name out of the list that fits; another name may be typed. */
function Areas({
  partnership,
  profile,
  onChange,
}: {
  partnership: string;
  profile: Profile;
  onChange: (change: Partial<Profile>) => void;
}) {
  const { data } = useQuery(areasQuery(partnership, undefined));
  const known = data?.areas ?? [];
  const left = known.filter(({ name }) => !profile.areas.some((area) => area.name === name));
  return (
    <div className="stack-tight">
      <Choice
        label="Add an area"
        value=""
        options={[['', 'Choose'], ...left.map(({ name }): [string, string] => [name, name])]}
        onChange={(chosen) => {
          const found = known.find(({ name }) => name === chosen);
          if (found !== undefined)
            onChange({ areas: [...profile.areas, { code: found.code, name: found.name }] });
        }}
      />
      <ul className="plain row">
        {profile.areas.map((area) => (
          <li key={area.name}>
            {area.name}{' '}
            <button
              type="button"
              className="button quiet"
              aria-label={`Take ${area.name} out`}
              onClick={() => onChange({ areas: profile.areas.filter((each) => each !== area) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
