import { z } from 'zod';
import { Framework, indicatorsOf } from '@freehold/core/framework';
import { defaultFramework } from '@freehold/core/framework/shipped';
import { reviewProfile, type ReviewProfile } from '@freehold/core/review';
import { placeKey } from '@freehold/core/place';
import { addDefinition, Yardstick } from '../comparison/definition-store.ts';
import { keepContact } from '../comparison/contact-store.ts';
import type { Work } from '../database/within.ts';
import { share } from '../review/sharing.ts';
import { reviewOf } from '../review/store.ts';
import type { Calendar } from './calendar.ts';
import type { ExampleContent } from './content.ts';
import content from './neighbours.json' with { type: 'json' };
import { madeUp } from './places.ts';

const Topics = z.array(z.string());
const Content = z.strictObject({
  yardsticks: z.array(Yardstick),
  neighbours: z.array(
    z.strictObject({
      ...{ place: z.string(), partnership: z.string(), day: z.int().max(-1) },
      /** What its agencies usually answer; in its strong topics two more, in its weak ones none. */
      usual: z.int().min(0).max(2),
      ...{ strong: Topics, weak: Topics },
      contact: z.strictObject({ mailbox: z.email(), offer: z.string() }).nullable(),
    }),
  ),
});
type Neighbour = z.infer<typeof Content>['neighbours'][number];

/**
 * Made-up partnerships round the example's place that share the results of a made-up review with it, so that there is
 * something to stand beside. Nobody is a member of them. Some agreed to be asked. As the installation.
 */
export async function addNeighbours(
  tx: Work,
  { places }: ExampleContent['places'],
  { version, calendar }: { readonly version: string; readonly calendar: Calendar },
): Promise<void> {
  for (const neighbour of Content.parse(content).neighbours) {
    const about = places.find(({ name }) => name === neighbour.place);
    if (about === undefined) throw new RangeError(`nothing is called ${neighbour.place}`);
    const partnership = await addPartnership(tx, neighbour);
    const [place = ''] = await addPlaces(tx, partnership, [
      about,
      ...places.filter(({ name }) => about.within.includes(name)),
    ]);
    const review = await addReview(tx, neighbour, { partnership, place, version, calendar });
    const kept = await reviewOf(tx, review);
    if (kept === null) throw new RangeError('the review is not there');
    await share(tx, kept, partnership, 'peers', calendar.at(neighbour.day));
    if (neighbour.contact !== null) {
      const by = { name: 'Co-ordinator', now: calendar.at(neighbour.day) };
      await keepContact(tx, partnership, { agreed: true, ...neighbour.contact }, by);
    }
  }
}

/** What the example's own partnership measures nearness by. */
export async function addYardsticks(
  tx: Work,
  partnership: string,
  by: { readonly name: string; readonly now: Date },
): Promise<void> {
  await addDefinition(tx, partnership, Content.parse(content).yardsticks, by);
}

// Without a home place: visitors enter the one that has one.
async function addPartnership(tx: Work, { partnership }: Neighbour): Promise<string> {
  const { id } = await tx
    .insertInto('partnership')
    .values({ name: partnership, made_up: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Place = ExampleContent['places']['places'][number];

/** A place and those that it lies in, as its own partnership keeps them. The ids in the order given. */
async function addPlaces(
  tx: Work,
  partnership: string,
  places: readonly Place[],
): Promise<readonly string[]> {
  const own = { partnership_id: partnership, source: madeUp };
  const made = await tx
    .insertInto('place')
    .values(
      places.map(({ type, code, name }) => ({
        ...own,
        type,
        code,
        name,
        name_key: placeKey(name),
      })),
    )
    .returning(['id', 'name'])
    .execute();
  const ids = places.flatMap(({ name }) =>
    made.flatMap((row) => (row.name === name ? [row.id] : [])),
  );
  const [child = '', ...parents] = ids;
  await tx
    .insertInto('place_parent')
    .values(parents.map((parent) => ({ ...own, child_id: child, parent_id: parent })))
    .execute();
  return ids;
}

async function addReview(
  tx: Work,
  neighbour: Neighbour,
  {
    partnership,
    place,
    version,
    calendar,
  }: { partnership: string; place: string; version: string; calendar: Calendar },
): Promise<string> {
  const at = calendar.at(neighbour.day);
  const result = foundIn(neighbour);
  const { id } = await tx
    .insertInto('review')
    .values({
      ...{ partnership_id: partnership, place_id: place, framework_version_id: version },
      ...{ profile: result.recipe.profile, title: 'A made-up review', state: 'published' },
      ...{ comparison: JSON.stringify({ kind: 'same-type' }), seed: result.recipe.interval.seed },
      made_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('review_result')
    .values({ review_id: id, partnership_id: partnership, profile: JSON.stringify(result), at })
    .execute();
  return id;
}

const agencies = ['Police', 'Council', 'Health', 'Housing', 'Lantern', 'Harbour Union'];

/** What the full profile finds where six agencies answer round about what is usual there. */
function foundIn({ place, usual, strong, weak }: Neighbour): ReviewProfile {
  const framework = Framework.parse(defaultFramework);
  const seed = place.length;
  const asked = indicatorsOf(framework).filter(({ indicator }) => indicator.anchors.length > 0);
  const ratings = asked.flatMap(({ indicator, topic }, row) => {
    const middle = strong.includes(topic.code) ? usual + 2 : weak.includes(topic.code) ? 0 : usual;
    return agencies.map((agency, at) => ({
      ...{ rater: agency, agency, indicator: indicator.code, grade: null, confidence: null },
      answer: answers[Math.min(4, middle + ((row * 5 + at * 7 + seed) % 3 === 0 ? 1 : 0))] ?? '0',
    }));
  });
  // Fewer draws than a real review's: the example should not keep a start waiting.
  return reviewProfile({
    framework,
    profile: 'full',
    ratings,
    agreed: [],
    measured: [],
    seed,
    draws: 200,
  });
}

const answers = ['0', '1', '2', '3', '4'] as const;
