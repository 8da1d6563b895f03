import {
  singlePoints,
  type Dimension,
  type ItemCoverage,
  type SinglePoint,
  type Work,
} from '@freehold/core/partnership';
import { codeWords } from '../directory/words.ts';
import { count, day, list } from '../words.ts';
import type { CoverageAnswer } from './calls.ts';
import { workWords } from './words.ts';

/** What hangs on one organisation, one post or one source of money. */
export function SinglePoints({
  directory,
  items,
  dimension,
}: {
  directory: CoverageAnswer;
  items: readonly ItemCoverage<Work>[];
  dimension: Dimension;
}) {
  const { points, unknown } = singlePoints(directory, {
    today: directory.today,
    by: aYearOn(directory.today),
  });
  const alone = items.filter(({ state }) => state === 'one');
  const names = namesOf(directory);
  const total = points.length + alone.length;
  return (
    <section className="stack">
      <h2>
        {total === 0
          ? 'Nothing is known to hang on one'
          : `${count(total, 'thing hangs', 'things hang')} on one`}
      </h2>
      <ul className="point-list">
        {alone.map(({ item, by }) => (
          <li key={item.code}>
            <strong>One organisation:</strong> {workWords(dimension, item.what)} in {item.area} is
            covered by {names(by[0] ?? '')} alone.
          </li>
        ))}
        {points.map((point) => (
          <li key={JSON.stringify(point)}>
            <strong>{kindWords[point.kind]}:</strong> {sentenceOf(point, names)}
          </li>
        ))}
      </ul>
      {unknown > 0 && (
        <p className="small soft">
          How {count(unknown, 'partnership at work is', 'partnerships at work are')} paid for is not
          known, so nothing can be said about their money.
        </p>
      )}
    </section>
  );
}

const kindWords: Readonly<Record<SinglePoint['kind'], string>> = {
  'one-lead': 'One lead',
  'one-post': 'One person’s post',
  'one-funder': 'One source of money',
  'post-ends': 'A post that ends',
};

function sentenceOf(point: SinglePoint, names: (id: string) => string): string {
  switch (point.kind) {
    case 'one-lead':
      return `${names(point.group)} is chaired and co-ordinated by ${point.organisation}.`;
    case 'one-post':
      return `${point.post} of ${names(point.organisation)} sits in ${list(point.groups.map(names))}, nowhere with a deputy.`;
    case 'one-funder':
      return `All the money of ${names(point.group)} comes from ${codeWords('funding', point.source)}, and ends on ${day(point.until)}.`;
    case 'post-ends':
      return `The co-ordinator of ${names(point.group)} is paid for until ${day(point.until)}.`;
  }
}

/** Names of organisations and partnerships by id. */
export function namesOf({ organisations, groups }: CoverageAnswer): (id: string) => string {
  const names = new Map([...organisations, ...groups].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'no longer listed';
}

function aYearOn(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}
