import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { madeIndex, Method, type IndexDefinition, type MadeCell } from '@freehold/core/composite';
import { peersQuery, type Peers } from '../comparison/calls.ts';
import { noPeersWords } from '../comparison/words.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { count, day } from '../words.ts';

/**
 * A resilience profile out of reviews: topic by topic, grouped by level, of one's own place and of those that share
 * theirs. How far raters disagreed is the interval of each score, so it becomes a source of uncertainty.
 */
export function FromShared({
  partnership,
  place,
  onFound,
}: {
  partnership: string;
  place: string;
  onFound: (found: IndexDefinition | null) => void;
}) {
  const { data, error } = useQuery({
    ...peersQuery(partnership, place, 'all'),
    enabled: place !== '',
  });
  const [title, setTitle] = useState('Resilience profile');
  if (place === '') return <Nothing reason="no-review" />;
  if (data === undefined)
    return error === null ? <Loading what="the reviews" /> : <Problems error={error} />;
  if (data.reason !== null) return <Nothing reason={data.reason} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onFound(profileIndex(data, title.trim()));
      }}
    >
      <p>
        {data.place.name} and {count(data.peers.length, 'place that shares', 'places that share')}{' '}
        their topic scores, by {count(data.topics.length, 'topic', 'topics')} of{' '}
        {data.review?.framework.title}. Where raters disagreed a score has an interval, and the
        index is drawn over it.
      </p>
      <TextField
        label="What is the index about?"
        required
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <div>
        <Button type="submit" disabled={title.trim() === ''}>
          Gather the scores
        </Button>
      </div>
    </form>
  );
}

function Nothing({ reason }: { reason: keyof typeof noPeersWords }) {
  const { title, text } = noPeersWords[reason];
  return (
    <Empty title={title}>
      <p>{text}</p>
    </Empty>
  );
}

type Score = {
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

function profileIndex(found: Peers, title: string): IndexDefinition {
  const { place, review, topics, levels, peers } = found;
  const framework = `${review?.framework.title ?? ''}, version ${review?.framework.version ?? ''}`;
  const names = [place.name, ...peers.map((peer) => peer.place)];
  const level = new Map(levels.map((each) => [each.code, each.title]));
  return madeIndex(
    {
      ...{ title, placeType: place.type },
      note: 'Scores that agencies agreed about their own place. A high score says that they agreed on it, not that more or less slavery is there.',
      units: [
        { code: place.name, name: place.name },
        ...peers.map(({ place: name, id }) => ({
          code:
            names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${id.slice(0, 8)})`,
          name,
        })),
      ],
      indicators: topics.map((topic) => ({
        ...{
          code: topic.code,
          title: topic.title,
          group: level.get(topic.level) ?? '',
          direction: 1 as const,
        },
        ...{ unit: 'score 0 to 4', source: framework, notice: '' },
        period: review === null ? '' : `shared by ${day(review.at)}`,
        cells: [topic.own, ...peers.map((peer) => peer.topics[topic.code] ?? null)].map(cellOf),
      })),
    },
    profileMethod,
  );
}

/** From 0 to 4 to 0 to 100 whoever else is in it, and nothing where fewer than half of the topics are there. */
const profileMethod = Method.parse({
  normalise: { all: { method: 'scaled', from: 0, to: 4, factor: 100 } },
  aggregate: [{ method: 'arithmetic', least: 0.5 }],
});

function cellOf(score: Score | null): MadeCell | null {
  if (score === null) return null;
  const { score: value, low, high } = score;
  return { value, low, high, n: null, suppressed: false };
}
