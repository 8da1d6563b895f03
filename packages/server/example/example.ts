import { sql } from 'kysely';
import { actAs, asInstallation, type Work } from '../database/within.ts';
import { shipFramework } from '../framework/ship.ts';
import type { House } from '../http/house.ts';
import { gather, profileFrom } from '../review/gathered.ts';
import { freeze } from '../review/profile.ts';
import { share } from '../review/sharing.ts';
import { reviewOf } from '../review/store.ts';
import { addActions } from './action.ts';
import { calendarFrom } from './calendar.ts';
import { addIndices } from './composite.ts';
import { exampleContent, type ExampleContent } from './content.ts';
import { addCrises } from './crisis.ts';
import { addData } from './data.ts';
import { addDiligence } from './diligence.ts';
import { addDirectory } from './directory.ts';
import { addCycle, countFirstRound } from './cycle.ts';
import { addEvidence } from './evidence.ts';
import { shippedVersion } from './framework.ts';
import { idsOf } from './ids.ts';
import { addNeighbours, addYardsticks } from './neighbours.ts';
import { addPlaces } from './places.ts';
import { addAssets, addPlan } from './plan.ts';
import { addPrevention } from './prevention.ts';
import { addRecord } from './record.ts';
import { addRecovery } from './recovery.ts';
import { addReleases } from './release.ts';
import { addRound, type Setting } from './review.ts';
import { addMapStudies } from './map-studies.ts';
import { addScreening } from './screening.ts';
import { addSurveys } from './survey.ts';
import { addTargets } from './target.ts';
import { addTheories } from './theory.ts';

/**
 * Makes the example workspace: a made-up partnership and place with one published and one running review.
 * The person becomes its co-ordinator. Null, and nothing is made, where a made-up partnership is there already.
 *
 * Everything is written in one transaction, from the inside of the partnership's walls as soon as it has them.
 * Days are counted back from now; nothing is left to chance but the secret links, which nobody is told.
 */
export async function makeExample(
  { database, ports }: Pick<House, 'database' | 'ports'>,
  person: string,
): Promise<string | null> {
  const content = exampleContent();
  const now = ports.clock.now();
  const calendar = calendarFrom(now);
  await shipFramework(database, now);
  return asInstallation(database, async (tx) => {
    if (await thereAlready(tx)) return null;
    const version = await shippedVersion(tx);
    const partnership = await addPartnership(tx, content, person);
    await addNeighbours(tx, content.places, { version, calendar });
    await actAs(tx, { person, partnership, rater: null });
    const place = await addPlaces(tx, partnership, content.places, calendar);
    const home = place(content.story.home);
    await tx
      .updateTable('partnership')
      .set({ home_place_id: home })
      .where('id', '=', partnership)
      .execute();
    await addData(tx, partnership, content.data, place, calendar);
    await addDirectory(tx, partnership, calendar);
    await addYardsticks(tx, partnership, { name: content.story.coordinator, now });
    const setting: Setting = {
      partnership,
      person,
      place: home,
      county: place(content.story.county),
      version,
      content,
      calendar,
      token: ports.entropy.token,
    };
    await addReviews(tx, setting);
    await addCycle(tx, setting);
    await addActions(tx, setting);
    await addTargets(tx, setting);
    await addRecord(tx, setting);
    await addRecovery(tx, setting);
    await addReleases(tx, setting);
    await addPrevention(tx, setting);
    await addCrises(tx, setting);
    await addDiligence(tx, setting);
    await addScreening(tx, setting);
    await addMapStudies(tx, setting);
    await addEvidence(tx, setting);
    await addTheories(tx, setting);
    await addIndices(tx, setting);
    await addSurveys(tx, setting);
    await countFirstRound(tx, setting);
    return partnership;
  });
}

// Two processes that start at once must not both find nothing there.
async function thereAlready(tx: Work): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7283002)`.execute(tx);
  const found = await tx
    .selectFrom('partnership')
    .where('made_up', '=', true)
    .select('id')
    .executeTakeFirst();
  return found !== undefined;
}

async function addPartnership(
  tx: Work,
  { story, people }: ExampleContent,
  person: string,
): Promise<string> {
  const { id } = await tx
    .insertInto('partnership')
    .values({ name: story.partnership, made_up: true })
    .returning('id')
    .executeTakeFirstOrThrow();
  const organisations = await tx
    .insertInto('organisation')
    .values(people.organisations.map((each) => ({ ...each, partnership_id: id })))
    .returning(['id', 'name'])
    .execute();
  const persons = await tx
    .insertInto('person')
    .values(people.members.map(({ name }) => ({ name, email: null })))
    .returning(['id', 'name'])
    .execute();
  const organisation = idsOf(organisations);
  const personId = idsOf(persons);
  const rows = [
    { person, role: 'co-ordinator' as const, organisation: story.organisation },
    ...people.members.map((member) => ({ ...member, person: personId(member.name) })),
  ].map((member) => ({
    partnership_id: id,
    person_id: member.person,
    role: member.role,
    organisation_id: organisation(member.organisation),
  }));
  await tx.insertInto('membership').values(rows).execute();
  return id;
}

async function addReviews(tx: Work, setting: Setting): Promise<void> {
  const { story, firstRatings, secondRatings } = setting.content;
  const first = await addRound(tx, setting, story.first, firstRatings);
  await addAgreed(tx, setting, first);
  const review = await reviewOf(tx, first);
  if (review === null) throw new RangeError('the first round is not there');
  const gathered = await gather(tx, review);
  const validated = story.first.steps.find(({ to }) => to === 'validated');
  await freeze(tx, review, setting.partnership, setting.calendar.at(validated?.day ?? 0));
  const profile = profileFrom(gathered, review);
  await addPlan(tx, setting, { review: first, profile, view: gathered.view });
  await addAssets(tx, setting);
  const published = story.first.steps.find(({ to }) => to === 'published');
  await share(tx, review, setting.partnership, 'public', setting.calendar.at(published?.day ?? 0));
  await addRound(tx, setting, story.second, secondRatings);
}

async function addAgreed(
  tx: Work,
  { partnership, content, calendar }: Setting,
  review: string,
): Promise<void> {
  const rows = content.agreed.map((agreed) => ({
    ...agreed,
    partnership_id: partnership,
    review_id: review,
    by_name: content.story.coordinator,
    at: calendar.at(content.story.first.agreedDay),
  }));
  await tx.insertInto('agreed_score').values(rows).execute();
}
