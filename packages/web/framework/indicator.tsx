import type { FrameworkSource, Indicator } from '@freehold/core/framework';
import type { Item } from './document.ts';
import { directionWords, kindWords, readWords, reckoning } from './words.ts';

/** One indicator as a person reads it: what is asked, how to answer, and where it comes from. */
export function IndicatorEntry({
  indicator,
  item,
  sources,
  brief,
}: {
  indicator: Indicator;
  item: Item | undefined;
  sources: ReadonlyMap<string, FrameworkSource>;
  brief: boolean;
}) {
  const { code, title, question, help, kind, direction, proposed } = indicator;
  const worked = reckoning(indicator);
  return (
    <article className="indicator" id={code} aria-labelledby={`${code}-title`}>
      <h4 id={`${code}-title`}>
        <span className="code">{code}</span> {title}
      </h4>
      {item !== undefined && item.statement !== '' && (
        <p className="asked-as">
          “{item.statement}”{item.section !== '' && <span className="soft"> {item.section}</span>}
        </p>
      )}
      <p className="question">{question}</p>
      <p className="small soft">
        <span title={kindWords[kind][1]}>{kindWords[kind][0]}</span> · {directionWords[direction]}
        {indicator.unit !== '' && ` · ${indicator.unit}`}
        {proposed && (
          <>
            {' '}
            <span className="tag" title="Freehold’s own proposal: no source fixes it">
              Proposed
            </span>
          </>
        )}
      </p>
      {!brief && (
        <>
          <p>{help}</p>
          {worked !== '' && (
            <p className="small">
              <span className="soft">Worked out as</span> {worked}
            </p>
          )}
          <Anchors anchors={indicator.anchors} title={title} />
          <Sources tags={indicator.sources} sources={sources} />
          <More indicator={indicator} />
        </>
      )}
    </article>
  );
}

function Anchors({ anchors, title }: { anchors: readonly string[]; title: string }) {
  if (anchors.length === 0) return null;
  return (
    <table className="anchors">
      <caption className="unseen">What each point of the scale means for: {title}</caption>
      <tbody>
        {anchors.map((anchor, point) => (
          <tr key={anchor}>
            <th scope="row">
              <span className="score-cell" data-step={point}>
                {point}
              </span>
            </th>
            <td>{anchor}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sources({
  tags,
  sources,
}: {
  tags: readonly string[];
  sources: ReadonlyMap<string, FrameworkSource>;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className="citations" aria-label="Sources">
      {tags.map((tag) => {
        const source = sources.get(tag);
        return <li key={tag}>{source === undefined ? tag : <Citation source={source} />}</li>;
      })}
    </ul>
  );
}

/** A source as it is cited, with how much of it was read. [FW-10] */
export function Citation({ source: { citation, url, read } }: { source: FrameworkSource }) {
  return (
    <>
      {/^https?:/.test(url) ? <a href={url}>{citation}</a> : citation}{' '}
      <span className="read">({readWords[read]})</span>
    </>
  );
}

function More({ indicator }: { indicator: Indicator }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Result', indicator.resultType],
    ['Pathway', indicator.pathway.map(spaced).join(', ')],
    ['Stage', indicator.stages.join(', ')],
    ['4P', indicator.fourP.join(', ')],
    ['SDG', indicator.sdg.join(', ')],
    ['Weight in the topic', String(indicator.weight)],
    ['Who may see it', sensitivityWords[indicator.sensitivity]],
    ['Smallest count shown', indicator.leastCell === 0 ? '' : String(indicator.leastCell)],
    ['Measure', indicator.measure],
    ['Bands', indicator.bands.join(', ')],
  ];
  return (
    <details className="more-facts">
      <summary>
        More<span className="unseen"> about {indicator.title}</span>
      </summary>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

const sensitivityWords: Readonly<Record<Indicator['sensitivity'], string>> = {
  public: 'everybody',
  partnership: 'the partnership',
  restricted: 'named people only',
};

function spaced(term: string): string {
  return term.replaceAll('-', ' ');
}
