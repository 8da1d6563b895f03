import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ScoreCell } from '../parts/number.tsx';
import { count } from '../words.ts';
import type { Home } from './calls.ts';

/** Gaps and assets in brief, and where the two do not meet. */
export function GapsAndAssets({ partnership, home }: { partnership: string; home: Home }) {
  const { gaps, assets, highGapNoAsset, unusedAssets, profile } = home;
  const titles = new Map(profile?.topics.map(({ code, title }) => [code, title]));
  if (profile === null && gaps.kept + gaps.proposed + assets.total === 0) return null;
  return (
    <section className="stack" aria-labelledby="gaps">
      <h2 id="gaps">Gaps and assets</h2>
      <p>
        {gapWords(gaps)} {assetWords(assets)}{' '}
        <Link to="/p/$partnership/plan" params={{ partnership }}>
          Go to the plan
        </Link>
      </p>
      <div className="two">
        <Brief
          title="Large gap, no asset"
          empty="Every large gap has an asset beside it."
          rows={highGapNoAsset.map(({ topic, title, score }) => (
            <li key={topic}>
              <ScoreCell score={score} /> {title}
            </li>
          ))}
        />
        <Brief
          title="Assets not used yet"
          empty={
            assets.total === 0
              ? 'No assets are listed yet: people, places, skills and money that could help.'
              : 'Every listed asset is in use.'
          }
          rows={unusedAssets.map(({ id, name, topics }) => (
            <li key={id}>
              {name}
              <span className="small soft">
                {topics.map((topic) => titles.get(topic) ?? topic).join(' · ')}
              </span>
            </li>
          ))}
        />
      </div>
    </section>
  );
}

function Brief({
  title,
  empty,
  rows,
}: {
  title: string;
  empty: string;
  rows: readonly ReactNode[];
}) {
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className="brief">
          {rows.slice(0, most)}
          {rows.length > most && <li className="soft">and {rows.length - most} more</li>}
        </ul>
      )}
    </div>
  );
}

const most = 6;

function gapWords({ kept, high, proposed }: Home['gaps']): string {
  const keptWords =
    kept === 0
      ? 'No gap is kept yet.'
      : `${count(kept, 'gap is', 'gaps are')} kept${high > 0 ? `, ${high} of them large` : ''}.`;
  return proposed === 0
    ? keptWords
    : `${keptWords} ${count(proposed, 'proposed gap waits', 'proposed gaps wait')} for a decision.`;
}

function assetWords({ total, listed }: Home['assets']): string {
  if (total === 0) return '';
  return `${count(total, 'asset is', 'assets are')} known, ${listed} of them listed for others to see.`;
}
