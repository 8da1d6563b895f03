import { useMemo } from 'react';
import type { Framework, Level } from '@freehold/core/framework';
import type { Item } from './document.ts';
import { Citation, IndicatorEntry } from './indicator.tsx';

/** The document itself: the scale, then levels, topics and indicators, then every source. */
export function Reading({
  framework,
  levels,
  items,
  brief,
  searching,
}: {
  framework: Framework;
  levels: readonly Level[];
  items: ReadonlyMap<string, Item> | null;
  brief: boolean;
  /** Somebody looks for a word: what stands around the indicators would be in the way. */
  searching: boolean;
}) {
  const sources = useMemo(
    () => new Map(framework.sources.map((source) => [source.tag, source])),
    [framework],
  );
  return (
    <>
      {!brief && !searching && <Scale framework={framework} />}
      {levels.map((level) => (
        <section
          key={level.code}
          id={level.code}
          className="level"
          aria-labelledby={`${level.code}-title`}
        >
          <h2 id={`${level.code}-title`}>
            <span className="code">{level.code}</span> {level.title}
          </h2>
          {!searching && (
            <p>
              {level.help}
              {!level.averaged && ' Shown one by one and passed upwards; never averaged.'}
            </p>
          )}
          {level.topics.map((topic) => (
            <section
              key={topic.code}
              id={topic.code}
              className="topic"
              aria-labelledby={`${topic.code}-title`}
            >
              <h3 id={`${topic.code}-title`}>
                <span className="code">{topic.code}</span> {topic.title}
              </h3>
              {!searching && <p className="soft">{topic.help}</p>}
              {topic.indicators.map((indicator) => (
                <IndicatorEntry
                  key={indicator.code}
                  indicator={indicator}
                  item={items?.get(indicator.code)}
                  sources={sources}
                  brief={brief}
                />
              ))}
            </section>
          ))}
        </section>
      ))}
      {!brief && !searching && <AllSources framework={framework} />}
    </>
  );
}

function Scale({ framework }: { framework: Framework }) {
  return (
    <section className="stack-tight" aria-labelledby="scale-title">
      <h2 id="scale-title">The scale</h2>
      <p>Each indicator that people rate words these five points for itself. 4 is always best.</p>
      <table className="anchors">
        <tbody>
          {framework.scale.map(({ value, label, anchor }) => (
            <tr key={value}>
              <th scope="row">
                <span className="score-cell" data-step={value}>
                  {value}
                </span>
              </th>
              <td>
                <span className="strong">{label}</span>: {anchor}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AllSources({ framework }: { framework: Framework }) {
  if (framework.sources.length === 0) return null;
  return (
    <section className="stack-tight" id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <ul className="citations">
        {framework.sources.map((source) => (
          <li key={source.tag}>
            <span className="code">{source.tag}</span> <Citation source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
