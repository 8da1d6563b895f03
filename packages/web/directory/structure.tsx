import { Link } from '@tanstack/react-router';
import type { WholeListed } from './calls.ts';
import { relations } from './words.ts';

/** Where a partnership stands: what it reports to, what works beside it, what stands below; gaps say "TBC". */
export function Structure({ partnership, data }: { partnership: string; data: WholeListed }) {
  const { ties } = data.listed.profile;
  if (ties.length === 0 && data.below.length === 0) return null;
  return (
    <section className="stack">
      <h2>Structure</h2>
      <ul className="plain structure">
        {ties.map((tie, index) => (
          <li key={`${tie.relation} ${index}`} className={tie.partnership === null ? 'gap' : ''}>
            <span className="small soft">{relationWords(tie.relation)}</span>{' '}
            {tie.partnership === null ? (
              <span>
                {tie.name === '' ? '' : `${tie.name} `}
                <span className="strong">TBC</span>
              </span>
            ) : (
              <Link
                to="/p/$partnership/partners/$listed"
                params={{ partnership, listed: tie.partnership }}
              >
                {tie.name === '' ? 'the other entry' : tie.name}
              </Link>
            )}
          </li>
        ))}
        <li className="self strong">{data.listed.name}</li>
        {data.below.map(({ id, name, relation }) => (
          <li key={id} className="below">
            <Link to="/p/$partnership/partners/$listed" params={{ partnership, listed: id }}>
              {name}
            </Link>{' '}
            <span className="small soft">{belowWords[relation] ?? relation}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function relationWords(relation: string): string {
  return relations.find(([each]) => each === relation)?.[1] ?? relation;
}

const belowWords: Readonly<Record<string, string>> = {
  'reports-to': 'reports to it',
  'sub-group-of': 'is its sub-group',
  beside: 'works beside it',
  feeds: 'feeds into it',
};
