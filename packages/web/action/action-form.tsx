import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { Choice, Field, TextArea, TextField } from '../parts/field.tsx';
import { Tick, Ticks } from '../parts/tick.tsx';
import { LinkTicks } from '../plan/link-ticks.tsx';
import { MarkFields } from '../plan/mark-fields.tsx';
import { StageChoice } from '../plan/stage-choice.tsx';
import { assetsQuery, gapsQuery, useTopics, type PlaceAt } from '../plan/plan.ts';
import { membersQuery, roundsQuery, roundWords, type NewAction } from './calls.ts';
import { kinds, statuses } from './words.ts';

type Part = {
  readonly at: PlaceAt;
  readonly fields: NewAction;
  readonly set: (change: Partial<NewAction>) => void;
};

/** Every field of an action, in the order in which people think of them. */
export function ActionForm(part: Part) {
  return (
    <>
      <What {...part} />
      <Who {...part} />
      <WithWhat {...part} />
      <When {...part} />
      <Links {...part} />
      <Fits {...part} />
    </>
  );
}

function Section({
  legend,
  single = false,
  children,
}: {
  legend: string;
  /** One field a line, for longer words. */
  single?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h2 id={id}>{legend}</h2>
      <div className={single ? 'form-grid single' : 'form-grid'}>{children}</div>
    </section>
  );
}

function What({ fields, set }: Part) {
  return (
    <Section legend="What will be done" single>
      <TextField
        label="Action"
        hint="One line that says what will be different, such as “Two beds for men, any night”."
        required
        maxLength={300}
        value={fields.title}
        onChange={(title) => set({ title })}
      />
      <TextArea
        label="Objective"
        hint="Specific, and such that two people would agree whether it was reached."
        maxLength={2000}
        value={fields.objective}
        onChange={(objective) => set({ objective })}
      />
      <TextArea
        label="Method"
        maxLength={4000}
        value={fields.method}
        onChange={(method) => set({ method })}
      />
      <Choice
        label="What kind of step is it?"
        value={fields.kind}
        options={kinds}
        onChange={(kind) => set({ kind })}
      />
    </Section>
  );
}

function Who({ at, fields, set }: Part) {
  const { data } = useQuery(membersQuery(at.partnership));
  const id = useId();
  const people = data?.people ?? [];
  const organisations = [...new Set(people.flatMap(({ organisation }) => organisation ?? []))];
  return (
    <Section legend="Who">
      <TextField
        label="Owner: organisation"
        hint="Who answers for it, whoever carries it out."
        maxLength={200}
        list={id}
        value={fields.ownerOrganisation}
        onChange={(ownerOrganisation) => set({ ownerOrganisation })}
      />
      <datalist id={id}>
        {organisations.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </datalist>
      <TextField
        label="Owner: role"
        hint="Such as “Housing lead”. A role outlasts a person."
        maxLength={200}
        value={fields.ownerRole}
        onChange={(ownerRole) => set({ ownerRole })}
      />
      <TextField
        label="Owner: role mailbox"
        hint="Reminders go here. Better a mailbox of the role than a person’s own."
        type="email"
        maxLength={320}
        value={fields.ownerMailbox}
        onChange={(ownerMailbox) => set({ ownerMailbox })}
      />
      <Choice
        label="Owner: member"
        hint="Reminded where there is no mailbox."
        value={fields.ownerMember ?? ''}
        options={[['', 'Nobody'], ...people.map(({ id: member, name }) => [member, name] as const)]}
        onChange={(member) => set({ ownerMember: member === '' ? null : member })}
      />
      <TextField
        label="Doers"
        hint="Who carries it out, where that is somebody else."
        maxLength={1000}
        value={fields.doers}
        onChange={(doers) => set({ doers })}
      />
      <Tick
        words="Send reminders before the due day and after it"
        on={fields.remind}
        onChange={(remind) => set({ remind })}
      />
    </Section>
  );
}

function WithWhat({ fields, set }: Part) {
  return (
    <Section legend="With what">
      <TextField
        label="Resources"
        hint="People, money, rooms, time."
        maxLength={1000}
        value={fields.resources}
        onChange={(resources) => set({ resources })}
      />
      <TextField
        label="Where they come from"
        maxLength={500}
        value={fields.resourceSource}
        onChange={(resourceSource) => set({ resourceSource })}
      />
      <Field label="Cost, estimated" hint="Leave it empty where nobody has estimated it yet.">
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="number"
            min="0"
            step="any"
            value={fields.cost ?? ''}
            onChange={({ target }) =>
              set({ cost: target.value === '' ? null : Number(target.value) })
            }
          />
        )}
      </Field>
      <Choice
        label="Currency"
        value={fields.currency}
        options={[...new Set([fields.currency, ...currencies])].map((each) => [each, each])}
        onChange={(currency) => set({ currency })}
      />
    </Section>
  );
}

const currencies = ['GBP', 'EUR', 'USD', 'AUD', 'CAD', 'INR', 'NZD', 'ZAR'];

function When({ fields, set }: Part) {
  const ended = fields.status === 'done' || fields.status === 'stopped';
  return (
    <Section legend="When, and how it stands">
      <TextField
        label="Start"
        type="date"
        value={fields.startsOn ?? ''}
        onChange={(on) => set({ startsOn: on === '' ? null : on })}
      />
      <TextField
        label="Due"
        type="date"
        value={fields.dueOn ?? ''}
        onChange={(on) => set({ dueOn: on === '' ? null : on })}
      />
      <Choice
        label="Status"
        value={fields.status}
        options={statuses}
        onChange={(status) => set({ status })}
      />
      <TextField
        label="What stands in the way?"
        hint="Empty where nothing does. The rule calls it red until it is gone."
        maxLength={1000}
        value={fields.blocked}
        onChange={(blocked) => set({ blocked })}
      />
      {(ended || fields.evidence !== '') && (
        <TextArea
          label="Evidence of completion"
          hint="What one could look at: a signed agreement, a count, a visit."
          maxLength={2000}
          value={fields.evidence}
          onChange={(evidence) => set({ evidence })}
        />
      )}
    </Section>
  );
}

function Links({ at, fields, set }: Part) {
  const gaps = useQuery(gapsQuery(at));
  const assets = useQuery(assetsQuery(at));
  const topics = useTopics(at.partnership);
  const offered = (gaps.data?.gaps ?? []).filter(
    ({ id, status }) => status === 'kept' || fields.gaps.includes(id),
  );
  return (
    <Section legend="What it answers, and what it draws on">
      <LinkTicks
        legend="Gaps"
        items={offered}
        chosen={fields.gaps}
        onChange={(chosen) => set({ gaps: chosen })}
      />
      <LinkTicks
        legend="Assets"
        items={(assets.data?.assets ?? []).map(({ id, name: title }) => ({ id, title }))}
        chosen={fields.assets}
        onChange={(chosen) => set({ assets: chosen })}
      />
      <Ticks
        legend="Topics"
        options={topics.map(({ code, title }) => [code, title])}
        chosen={fields.topics}
        onChange={(chosen) => set({ topics: chosen })}
      />
      <CodeList
        label="Indicators"
        hint="Codes of the framework, such as 3.3.1; several with commas."
        codes={fields.indicators}
        onChange={(indicators) => set({ indicators })}
      />
      <CodeList
        label="Interventions"
        hint="Codes of what is done, where you keep such a list; several with commas."
        codes={fields.interventions}
        onChange={(interventions) => set({ interventions })}
      />
    </Section>
  );
}

/** Codes with commas between; what is typed stays as it is typed. */
function CodeList({
  label,
  hint,
  codes,
  onChange,
}: {
  label: string;
  hint: string;
  codes: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          defaultValue={codes.join(', ')}
          onChange={({ target }) =>
            onChange(
              target.value
                .split(',')
                .map((each) => each.trim())
                .filter((each) => each !== ''),
            )
          }
        />
      )}
    </Field>
  );
}

function Fits({ at, fields, set }: Part) {
  const { data } = useQuery(roundsQuery(at));
  const rounds = data?.rounds ?? [];
  return (
    <Section legend="Where it belongs">
      <StageChoice stage={fields.stage} onChange={(stage) => set({ stage })} />
      <Choice
        label="Round"
        value={fields.round ?? ''}
        options={[['', 'None'], ...rounds.map((round) => [round.id, roundWords(round)] as const)]}
        onChange={(round) => set({ round: round === '' ? null : round })}
      />
      <MarkFields marks={fields} onChange={set} />
    </Section>
  );
}
