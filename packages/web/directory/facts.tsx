import type { ReactNode } from 'react';
import type { Profile } from '@freehold/core/directory';
import { Table } from '../parts/table.tsx';
import { day, list } from '../words.ts';
import { codeWords } from './words.ts';

/** What a profile says, question by question; what was not answered is left out here and named above. */
export function Facts({ profile }: { profile: Profile }) {
  const facts = factsOf(profile).filter(([, answer]) => answer !== '');
  return (
    <section className="stack">
      <h2>Profile</h2>
      {facts.length === 0 && <p className="soft">Nothing has been answered yet.</p>}
      <dl className="facts">
        {facts.map(([question, answer]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
      {profile.activities !== null && profile.activities.length > 0 && (
        <Table
          caption="What it does"
          rows={profile.activities}
          rowKey={(_, index) => String(index)}
          stacks
          columns={[
            {
              title: 'Activity',
              heads: true,
              cell: ({ category, title }) =>
                `${codeWords('activity', category)}${title === '' ? '' : `: ${title}`}`,
            },
            { title: 'Level', cell: ({ level }) => codeWords('activity-level', level) },
            { title: 'Lead', cell: ({ lead }) => lead || '–' },
            { title: 'Outcomes', cell: ({ outcomes }) => outcomes || '–' },
          ]}
        />
      )}
      {profile.documents !== null && profile.documents.length > 0 && (
        <Table
          caption="Governance documents"
          rows={profile.documents}
          rowKey={(_, index) => String(index)}
          stacks
          columns={[
            {
              title: 'Document',
              heads: true,
              cell: ({ kind, title }) => title || codeWords('document-kind', kind),
            },
            { title: 'Review due', cell: ({ reviewDue }) => dayOr(reviewDue) },
            { title: 'Link', cell: linkCell },
          ]}
        />
      )}
      {profile.funding !== null && profile.funding.length > 0 && (
        <Table
          caption="Funding"
          rows={profile.funding}
          rowKey={(_, index) => String(index)}
          stacks
          columns={[
            {
              title: 'Source',
              heads: true,
              cell: ({ category, funder }) => funder || codeWords('funding', category),
            },
            { title: 'Amount', cell: ({ amount }) => codeWords('amount', amount) },
            { title: 'Purpose', cell: ({ purpose }) => codeWords('funding-purpose', purpose) },
            { title: 'Until', cell: ({ to }) => dayOr(to) },
          ]}
        />
      )}
    </section>
  );
}

function dayOr(on: string | null): string {
  return on === null ? '–' : day(on);
}

const linkStates = {
  '': 'not checked',
  works: 'works',
  broken: 'broken',
  moved: 'moved',
} as const;

/** A link is opened by a person; nothing of it is fetched here. */
function linkCell(document: NonNullable<Profile['documents']>[number]): ReactNode {
  const { link, linkState, linkCheckedOn, linkCheckedBy } = document;
  if (link === '') return '–';
  const checked = linkCheckedOn === null ? '' : ` on ${day(linkCheckedOn)} by ${linkCheckedBy}`;
  return (
    <>
      {/^https?:\/\//.test(link) ? (
        <a href={link} target="_blank" rel="noopener noreferrer">
          Open
        </a>
      ) : (
        link
      )}{' '}
      <span className="small soft">
        {linkStates[linkState]}
        {checked}
      </span>
    </>
  );
}

function factsOf(profile: Profile): readonly (readonly [string, string])[] {
  const { chair, coordinator, contact, pledge } = profile;
  const codes = (code: string, values: readonly string[]) =>
    list(values.map((each) => codeWords(code, each)));
  const one = (code: string, value: string) => (value === '' ? '' : codeWords(code, value));
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(', ');
  return [
    ['Type', one('partnership-type', profile.type)],
    ['Functions', codes('function', profile.functions)],
    ['Scale', one('scale', profile.scale)],
    ['Chair', joined(one('lead', chair.category), chair.organisation, chair.role)],
    [
      'Co-ordinator',
      joined(
        one('lead', coordinator.category),
        coordinator.organisation,
        coordinator.role,
        coordinator.fte === null ? '' : `${coordinator.fte} full-time posts`,
        coordinator.fundedUntil === null ? '' : `funded until ${day(coordinator.fundedUntil)}`,
      ),
    ],
    // A role's mailbox outlives the person in it. [DR-5]
    ['Contact', joined(contact.mailbox, contact.role, contact.name)],
    ['Website', profile.website],
    ['Home', profile.home],
    ['Reports to', profile.reportsTo],
    ['Objectives', profile.objectives],
    ['Vision', profile.vision],
    [
      'Pledge',
      pledge.signed === null
        ? ''
        : pledge.signed
          ? `signed${pledge.on === null ? '' : ` on ${day(pledge.on)}`}`
          : 'not signed',
    ],
    [
      'Meets',
      joined(
        profile.meetingFrequency,
        one('meeting-mode', profile.meetingMode),
        profile.nextMeeting === null ? '' : `next on ${day(profile.nextMeeting)}`,
      ),
    ],
    ['Draws in', codes('engagement', profile.engagement)],
    ['Themes', list(profile.themes)],
    [
      'Progress is measured by',
      profile.measures === null
        ? ''
        : profile.measures.length === 0
          ? 'nothing'
          : codes('measure', profile.measures),
    ],
    ['Good practice', codes('good-practice', profile.goodPractice)],
    ['Former names', list(profile.formerNames)],
    ['Note', profile.note],
  ];
}
