import type { Answer, Confidence, Grade } from '@freehold/core/review';
import type { Work } from '../database/within.ts';
import { hashed } from '../session/store.ts';
import type { Calendar } from './calendar.ts';
import type { ExampleContent, RatingRows, Round } from './content.ts';

/** Where a round is written, and what it refers to. `token` makes a secret that nobody is told. */
export type Setting = {
  readonly partnership: string;
  readonly person: string;
  readonly place: string;
  readonly county: string;
  readonly version: string;
  readonly content: ExampleContent;
  readonly calendar: Calendar;
  readonly token: () => string;
};

/** Writes one round: the review in the state of its last step, its raters, their ratings, its steps. */
export async function addRound(
  tx: Work,
  setting: Setting,
  round: Round,
  ratings: RatingRows,
): Promise<string> {
  const review = await addReview(tx, setting, round);
  const raters = await addRaters(tx, setting, round, { review, ratings });
  await addRatings(tx, setting, round, { review, ratings, raters });
  const { story } = setting.content;
  const steps = round.steps.map(({ from, to, day, by, note }) => ({
    partnership_id: setting.partnership,
    review_id: review,
    from_state: from,
    to_state: to,
    by_name: story[by],
    note,
    at: setting.calendar.at(day),
  }));
  await tx.insertInto('review_step').values(steps).execute();
  return review;
}

async function addReview(tx: Work, setting: Setting, round: Round): Promise<string> {
  const { id } = await tx
    .insertInto('review')
    .values({
      partnership_id: setting.partnership,
      place_id: setting.place,
      framework_version_id: setting.version,
      profile: round.profile,
      title: round.title,
      round: round.round,
      state: round.steps.at(-1)?.to ?? 'draft',
      comparison: JSON.stringify({ kind: 'same-parent', parent: setting.county }),
      seed: round.seed,
      closes_on: setting.calendar.on(round.closesDay),
      made_by: setting.person,
      made_at: setting.calendar.at(round.madeDay),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type Written = { readonly review: string; readonly ratings: RatingRows };

// Who has answered something has opened the link; who has answered everything has finished.
async function addRaters(
  tx: Work,
  { partnership, content, calendar, token }: Setting,
  round: Round,
  { review, ratings }: Written,
): Promise<readonly string[]> {
  const lines = [...ratings.values()];
  const rows = content.people.raters.map(({ agency, role }, at) => {
    const answered = lines.filter((line) => (line[at] ?? null) !== null).length;
    return {
      partnership_id: partnership,
      review_id: review,
      agency,
      role_title: role,
      name: `${role}, ${agency}`,
      email: null,
      token_hash: hashed(token()),
      invited_at: calendar.at(opened(round)),
      opened_at: answered > 0 ? calendar.at(opened(round) + 1 + at) : null,
      finished_at: answered === lines.length ? calendar.at(round.finishedDay) : null,
    };
  });
  const made = await tx.insertInto('rater').values(rows).returning(['id', 'name']).execute();
  return rows.flatMap(({ name }) => made.flatMap((each) => (each.name === name ? [each.id] : [])));
}

async function addRatings(
  tx: Work,
  { partnership, content, calendar }: Setting,
  round: Round,
  { review, ratings, raters }: Written & { readonly raters: readonly string[] },
): Promise<void> {
  const isFirst = round.round === 1;
  const said = new Map(
    content.comments.map(({ indicator, rater, text }) => [`${indicator} ${rater}`, text]),
  );
  const rows = [...ratings].flatMap(([indicator, line], row) =>
    raters.flatMap((rater, at) => {
      const cell = line[at] ?? null;
      if (cell === null) return [];
      const when = new Date(
        calendar.at(opened(round) + 1 + at).getTime() + (row + 1) * minutesBetween * 60_000,
      );
      return [
        {
          partnership_id: partnership,
          review_id: review,
          rater_id: rater,
          indicator,
          answer: cell.answer,
          grade: cell.grade,
          confidence: confidence(cell.answer, cell.grade),
          comment: isFirst ? (said.get(`${indicator} ${at}`) ?? '') : '',
          typed_at: when,
          saved_at: when,
        },
      ];
    }),
  );
  await tx.insertInto('rating').values(rows).execute();
}

const minutesBetween = 2;

function opened({ steps, madeDay }: Round): number {
  return steps.find(({ to }) => to === 'rating')?.day ?? madeDay;
}

/** The example's raters are as sure as their evidence is good. */
function confidence(answer: Answer, grade: Grade | null): Confidence | null {
  if (answer === 'dk' || answer === 'na' || grade === null) return null;
  if (grade === 'A') return 'high';
  return grade === 'D' ? 'low' : 'medium';
}
