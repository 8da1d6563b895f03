import { z } from '@hono/zod-openapi';
import { Direction, Kind, ScalePoint, type Framework, type Placed } from '@freehold/core/framework';
import { askedIn } from '../review/frame.ts';
import { Series } from '../review/series.ts';

/** What a rater sees of one indicator. `last` is the score that it had when this place was last reviewed. */
export const Card = z
  .object({
    code: z.string(),
    topic: z.string(),
    topicTitle: z.string(),
    level: z.string(),
    levelTitle: z.string(),
    title: z.string(),
    statement: z.string(),
    section: z.string(),
    question: z.string(),
    help: z.string(),
    kind: Kind,
    direction: Direction,
    anchors: z.array(z.string()),
    proposed: z.boolean(),
    sources: z.array(z.object({ tag: z.string(), citation: z.string(), url: z.string() })),
    last: z.object({ score: z.number(), title: z.string() }).nullable(),
    series: Series.nullable(),
  })
  .openapi('Card');
export type Card = z.infer<typeof Card>;

export const Scale = z.array(ScalePoint);

export type LastScores = { readonly title: string; readonly scores: ReadonlyMap<string, number> };

/**
 * The cards of a profile: one for each indicator that people answer, in the profile's own order where it has one.
 *
 * Beside a card stands the series of its own measure, or where it has none (a person's answer seldom has) the
 * first of its topic that has data, whether or not the profile asks for that one.
 */
export function cardsOf(
  framework: Framework,
  view: Framework,
  profile: string,
  known: { readonly last: LastScores | null; readonly series: ReadonlyMap<string, Series> },
): readonly Card[] {
  const items = framework.profiles.find(({ code }) => code === profile)?.items ?? [];
  const order = new Map(items.map((item, at) => [item.indicator, at]));
  const at = ({ indicator }: Placed) => order.get(indicator.code) ?? order.size;
  const asked = askedIn(view).toSorted((a, b) => at(a) - at(b));
  return asked.map((placed) => {
    const { level, topic, indicator } = placed;
    const item = items[at(placed)];
    const { code, title, question, help, kind, direction, anchors, proposed } = indicator;
    const score = known.last?.scores.get(code);
    return {
      ...{ code, title, question, help, kind, direction, anchors, proposed },
      topic: topic.code,
      topicTitle: topic.title,
      level: level.code,
      levelTitle: level.title,
      statement: item?.statement ?? '',
      section: item?.section ?? '',
      sources: framework.sources
        .filter(({ tag }) => indicator.sources.includes(tag))
        .map(({ tag, citation, url }) => ({ tag, citation, url })),
      last: known.last && score !== undefined ? { score, title: known.last.title } : null,
      series: seriesBeside(framework, placed, known.series),
    };
  });
}

/** The measures whose series may stand beside the cards of a view. */
export function measuresBeside(framework: Framework, view: Framework): readonly string[] {
  const topics = new Set(askedIn(view).map(({ topic }) => topic.code));
  const measures = framework.levels.flatMap((level) =>
    level.topics
      .filter(({ code }) => topics.has(code))
      .flatMap(({ indicators }) => indicators.map(({ measure }) => measure)),
  );
  return [...new Set(measures.filter((measure) => measure !== ''))];
}

function seriesBeside(
  framework: Framework,
  { level, topic, indicator }: Placed,
  series: ReadonlyMap<string, Series>,
): Series | null {
  const own = series.get(indicator.measure);
  if (own !== undefined) return own;
  const whole = framework.levels
    .find(({ code }) => code === level.code)
    ?.topics.find(({ code }) => code === topic.code);
  const found = whole?.indicators.find(({ measure }) => series.has(measure));
  return found === undefined ? null : (series.get(found.measure) ?? null);
}
