import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { TextField } from '../parts/field.tsx';
import { count, day, moment } from '../words.ts';
import { changesQuery } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';

/** What changed in the register since a day, the newest first. */
export function Changes() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/changes' });
  const [since, setSince] = useState('');
  const { data, error } = useQuery({
    ...changesQuery(partnership, since),
    placeholderData: (before: unknown) => before as never,
  });
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Claims"
      crumb="What changed"
      title={data === undefined ? '' : titleOf(data.total, since)}
      ready={data !== undefined}
    >
      <TextField label="Since" type="date" value={since} onChange={setSince} />
      {data?.changes.length === 0 && (
        <p>
          {since === ''
            ? 'Who adds, changes, merges or takes away what, and when, will stand here.'
            : 'Nothing changed in the register since then.'}
        </p>
      )}
      <ol className="changes">
        {data?.changes.map((each) => (
          <li key={each.id}>
            <span className="small soft">{moment(each.at)}</span>
            <span>
              {kinds[each.kind] ?? each.kind} {each.what.replaceAll('-', ' ')}
              {each.title !== '' && <span className="strong">: {each.title}</span>}
              {each.note !== '' && <span className="small"> · {each.note}</span>}
              <span className="small soft"> · {each.byName}</span>
            </span>
          </li>
        ))}
      </ol>
      {data !== undefined && data.total > data.changes.length && (
        <p className="small soft">The newest {data.changes.length} are shown.</p>
      )}
    </EvidenceFrame>
  );
}

const kinds: Readonly<Record<string, string>> = {
  source: 'Source',
  study: 'Study',
  claim: 'Claim',
  group: 'Working group',
  protocol: 'Search',
  rule: 'Rule of confidence',
  import: 'Files',
};

function titleOf(total: number, since: string): string {
  if (total === 0 && since === '') return 'Nothing has changed in the register yet';
  const said = count(total, 'change', 'changes');
  return since === '' ? `${said} in the register so far` : `${said} since ${day(since)}`;
}
