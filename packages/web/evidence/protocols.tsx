import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day, number } from '../words.ts';
import { protocolsQuery, type ShownProtocol } from './calls.ts';
import { EvidenceFrame } from './frame.tsx';
import { ProtocolForm } from './protocol-form.tsx';

/** How searches were made, so that somebody else could make them again, and what came of them. */
export function Protocols() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/protocols' });
  const { data, error } = useQuery(protocolsQuery(partnership));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const [form, setForm] = useState<ShownProtocol | 'new' | null>(null);
  const all = data?.protocols ?? [];
  const add = (
    <Button tone="primary" onClick={() => setForm('new')}>
      Add a search
    </Button>
  );
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Searches"
      title={
        all.length === 0
          ? 'No search is put down yet'
          : `${count(all.length, 'search is', 'searches are')} put down, to be made again by others`
      }
      ready={data !== undefined}
      action={may && all.length > 0 ? add : undefined}
    >
      {all.length === 0 && (
        <Empty title="A search that nobody can make again proves nothing">
          <p>
            Put down the question, where you looked, the words you used, what you took in and left
            out, and the counts. The policy guide’s method annex is made of it.
          </p>
          {may && <div>{add}</div>}
        </Empty>
      )}
      <ul className="record-list">
        {all.map((protocol) => (
          <li key={protocol.id} className="record">
            <One protocol={protocol} />
            {may && (
              <div className="row">
                <Button onClick={() => setForm(protocol)}>Change</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {form !== null && (
        <ProtocolForm
          partnership={partnership}
          protocol={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </EvidenceFrame>
  );
}

function One({ protocol }: { protocol: ShownProtocol }) {
  const { databases, strings, searchedFrom, searchedTo, languages } = protocol;
  const days = [searchedFrom, searchedTo].filter((on) => on !== null).map(day);
  const facts: readonly (readonly [string, string])[] = [
    ['Where', databases.join(', ')],
    ['When', days.join(' to ')],
    ['Words', strings],
    ['Languages', languages],
    ['Taken in', protocol.inclusion.join('; ')],
    ['Left out', protocol.exclusion.join('; ')],
    ['People to a record', String(protocol.screeners)],
    ['Last brought up to date', protocol.updatedOn === null ? '' : day(protocol.updatedOn)],
  ];
  return (
    <div className="record-says">
      <h2>{protocol.title}</h2>
      {protocol.question !== '' && <p>{protocol.question}</p>}
      <p className="figures">
        {shown(protocol.identified)} found · {shown(protocol.duplicates)} duplicates ·{' '}
        {shown(protocol.screened)} screened ·{' '}
        {number(protocol.excluded.reduce((sum, { n }) => sum + n, 0))} left out with a reason ·{' '}
        {shown(protocol.included)} taken in
      </p>
      {protocol.excluded.length > 0 && (
        <ul>
          {protocol.excluded.map(({ reason, n }) => (
            <li key={reason}>
              {reason}: {number(n)}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>The search in full</summary>
        <dl className="points">
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value === '' ? <span className="soft">– not said</span> : value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function shown(n: number | null): string {
  return n === null ? '– (not counted)' : number(n);
}
