import { Activity, Funding, GovernanceDocument, Tie, type Profile } from '@freehold/core/directory';
import { Choice, TextField } from '../parts/field.tsx';
import type { ListedLine } from './calls.ts';
import { Rows } from './rows.tsx';
import { Ticks } from './ticks.tsx';
import { codeChoices, relations } from './words.ts';

/** The questions of a profile that have several answers, each with its own fields; open until one says so. */
export function EditLists({
  profile,
  others,
  onChange,
}: {
  profile: Profile;
  others: readonly ListedLine[];
  onChange: (change: Partial<Profile>) => void;
}) {
  const measures = profile.measures ?? [];
  return (
    <>
      <Rows
        legend="What it does"
        one="an activity"
        rows={profile.activities}
        blank={() => Activity.parse({ category: 'community-engagement' })}
        onChange={(activities) => onChange({ activities })}
      >
        {(row, set) => (
          <>
            <Choice
              label="Activity"
              value={row.category}
              options={codeChoices('activity').slice(1)}
              onChange={(category) => set({ ...row, category })}
            />
            <Choice
              label="Level"
              value={row.level}
              options={codeChoices('activity-level')}
              onChange={(level) => set({ ...row, level })}
            />
            <TextField
              label="In words"
              value={row.title}
              onChange={(title) => set({ ...row, title })}
            />
            <TextField label="Lead" value={row.lead} onChange={(lead) => set({ ...row, lead })} />
            <TextField
              label="Outcomes"
              value={row.outcomes}
              onChange={(outcomes) => set({ ...row, outcomes })}
            />
          </>
        )}
      </Rows>
      <Ticks
        legend="How progress is measured"
        list="measure"
        values={measures}
        onChange={(values) => onChange({ measures: values.length === 0 ? null : values })}
      />
      <Rows
        legend="Funding"
        one="a source of funding"
        rows={profile.funding}
        blank={() => Funding.parse({ category: 'mainstream' })}
        onChange={(funding) => onChange({ funding })}
      >
        {(row, set) => (
          <>
            <Choice
              label="Source"
              value={row.category}
              options={codeChoices('funding').slice(1)}
              onChange={(category) => set({ ...row, category })}
            />
            <TextField
              label="Funder"
              value={row.funder}
              onChange={(funder) => set({ ...row, funder })}
            />
            <Choice
              label="Amount"
              value={row.amount}
              options={codeChoices('amount')}
              onChange={(amount) => set({ ...row, amount })}
            />
            <Choice
              label="Purpose"
              value={row.purpose}
              options={codeChoices('funding-purpose')}
              onChange={(purpose) => set({ ...row, purpose })}
            />
            <TextField
              label="Until"
              type="date"
              value={row.to ?? ''}
              onChange={(to) => set({ ...row, to: to === '' ? null : to })}
            />
          </>
        )}
      </Rows>
      <Rows
        legend="Governance documents"
        one="a document"
        rows={profile.documents}
        blank={() => GovernanceDocument.parse({ kind: 'terms-of-reference' })}
        onChange={(documents) => onChange({ documents })}
      >
        {(row, set) => (
          <>
            <Choice
              label="Document"
              value={row.kind}
              options={codeChoices('document-kind').slice(1)}
              onChange={(kind) => set({ ...row, kind })}
            />
            <TextField
              label="Title"
              value={row.title}
              onChange={(title) => set({ ...row, title })}
            />
            <TextField
              label="Review due"
              type="date"
              value={row.reviewDue ?? ''}
              onChange={(on) => set({ ...row, reviewDue: on === '' ? null : on })}
            />
            <TextField
              label="Link"
              type="url"
              value={row.link}
              onChange={(link) => set({ ...row, link })}
            />
            <Choice
              label="The link"
              value={row.linkState}
              options={[
                ['', 'Not checked'],
                ['works', 'Works'],
                ['moved', 'Has moved'],
                ['broken', 'Is broken'],
              ]}
              onChange={(linkState) =>
                set({
                  ...row,
                  linkState,
                  linkCheckedOn: linkState === '' ? null : new Date().toISOString().slice(0, 10),
                })
              }
            />
            <TextField
              label="Checked by (a role)"
              value={row.linkCheckedBy}
              onChange={(linkCheckedBy) => set({ ...row, linkCheckedBy })}
            />
          </>
        )}
      </Rows>
      <Rows
        legend="Place in the structure"
        one="a tie"
        none={false}
        rows={profile.ties}
        blank={() => Tie.parse({ relation: 'reports-to' })}
        onChange={(ties) => onChange({ ties: ties ?? [] })}
      >
        {(row, set) => (
          <>
            <Choice
              label="How"
              value={row.relation}
              options={relations}
              onChange={(relation) => set({ ...row, relation })}
            />
            <Choice
              label="Which partnership"
              value={row.partnership ?? ''}
              options={[
                ['', 'TBC: still to be filled'],
                ...others.map(({ id, name }): [string, string] => [id, name]),
              ]}
              onChange={(id) =>
                set({
                  ...row,
                  partnership: id === '' ? null : id,
                  name: others.find((each) => each.id === id)?.name ?? row.name,
                })
              }
            />
            {row.partnership === null && (
              <TextField
                label="What is missing there"
                value={row.name}
                onChange={(name) => set({ ...row, name })}
              />
            )}
          </>
        )}
      </Rows>
    </>
  );
}
