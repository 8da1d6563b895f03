import { assetCover, unusedAssets } from '@freehold/core/review';
import { ScoreCell } from '../parts/number.tsx';
import { Table } from '../parts/table.tsx';
import { count, list } from '../words.ts';
import { topicTitle, type Asset, type Gap } from './plan.ts';

type ScoredTopic = { readonly code: string; readonly title: string; readonly score: number | null };

/** Where gaps and assets meet, and where they do not: topics with a high gap and nothing, assets nobody uses. */
export function Cover({
  topics,
  assets,
  gaps,
  bare,
}: {
  topics: readonly ScoredTopic[];
  assets: readonly Asset[];
  gaps: readonly Gap[];
  bare: readonly {
    readonly topic: string;
    readonly title: string;
    readonly score: number | null;
  }[];
}) {
  const cover = assetCover(
    topics.map(({ code }) => code),
    assets,
  );
  const kept = gaps.filter(({ status }) => status === 'kept');
  const unused = unusedAssets(assets);
  return (
    <>
      <div className="two-lists">
        <section className="stack-tight">
          <h2>
            {bare.length === 0
              ? 'Every high gap has an asset beside it'
              : count(
                  bare.length,
                  'topic has a high gap and no asset',
                  'topics have a high gap and no asset',
                )}
          </h2>
          <p className="small soft">
            Topics that score under 2 before rounding, or have a kept gap of high severity, and
            nothing to build on.
          </p>
          <ul>
            {bare.map(({ topic, title, score }) => (
              <li key={topic}>
                {title} <ScoreCell score={score} />
              </li>
            ))}
          </ul>
        </section>
        <section className="stack-tight">
          <h2>
            {unused.length === 0
              ? 'No asset is unused'
              : count(unused.length, 'asset is unused', 'assets are unused')}
          </h2>
          <p className="small soft">Nothing draws on these yet.</p>
          <ul>
            {unused.map(({ id, name, topics: of }) => (
              <li key={id}>
                {name}
                {of.length > 0 && (
                  <span className="small soft">
                    {' '}
                    for {list(of.map((code) => topicTitle(topics, code)))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className="stack">
        <h2>Cover by topic</h2>
        <Table
          caption="Scores are those of the newest review. An asset counts once for each of its topics."
          rows={topics}
          rowKey={({ code }) => code}
          columns={[
            { title: 'Topic', heads: true, cell: ({ title }) => title },
            { title: 'Score', figure: true, cell: ({ score }) => <ScoreCell score={score} /> },
            {
              title: 'Kept gaps',
              figure: true,
              cell: ({ code }) => kept.filter(({ topic }) => topic === code).length,
            },
            { title: 'Assets', figure: true, cell: ({ code }) => cover[code] ?? 0 },
          ]}
        />
      </section>
    </>
  );
}
