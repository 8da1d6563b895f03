import { z } from 'zod';
import { Role } from '@freehold/core/access';
import { Measure } from '@freehold/core/data';
import { PlaceCode, PlaceType } from '@freehold/core/place';
import {
  Answer,
  AssetKind,
  GapKind,
  GapStatus,
  Grade,
  ReviewState,
  Severity,
} from '@freehold/core/review';
import agreed from './agreed.json' with { type: 'json' };
import assets from './assets.json' with { type: 'json' };
import comments from './comments.json' with { type: 'json' };
import data from './data.json' with { type: 'json' };
import firstRatings from './first-ratings.json' with { type: 'json' };
import gaps from './gaps.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import secondRatings from './second-ratings.json' with { type: 'json' };
import story from './story.json' with { type: 'json' };

/** Days from now; the past is negative. */
const Day = z.int().min(-1000).max(100);
const Words = z.string().min(1);

const Places = z.strictObject({
  /** Corners by name, as longitude and latitude; neighbours share corners, so that their borders fit. */
  points: z.record(z.string(), z.tuple([z.number(), z.number()])),
  places: z.array(
    z.strictObject({
      name: Words,
      type: PlaceType,
      code: PlaceCode,
      within: z.array(Words),
      /** Residents in three years, the last of them the year of the data. */
      people: z.union([z.tuple([]), z.tuple([z.int(), z.int(), z.int()])]),
      /** Corners anticlockwise; '' for a place without a boundary. */
      ring: z.string(),
    }),
  ),
});

const OfData = Measure.omit({ breaks: true }).extend({ dataSet: Words });

const Data = z.strictObject({
  dataSets: z.array(z.strictObject({ code: Words, title: Words })),
  /** One value a district. */
  measures: z.array(OfData.extend({ values: z.record(z.string(), z.number()) })),
  /** Eight quarters a district, oldest first; null is a count too small to keep. */
  referrals: OfData.extend({
    breakNote: Words,
    quarters: z.record(z.string(), z.array(z.int().min(5).nullable()).length(8)),
  }),
});

const People = z.strictObject({
  organisations: z.array(z.strictObject({ name: Words, sector: Words })),
  members: z.array(z.strictObject({ name: Words, role: Role, organisation: Words })),
  raters: z.array(z.strictObject({ agency: Words, role: Words })),
});

const Round = z.strictObject({
  title: Words,
  round: z.int(),
  profile: Words,
  seed: z.int(),
  madeDay: Day,
  closesDay: Day,
  finishedDay: Day,
  steps: z.array(
    z.strictObject({
      from: ReviewState,
      to: ReviewState,
      day: Day,
      by: z.enum(['coordinator', 'chair']),
      note: z.string(),
    }),
  ),
});
export type Round = z.infer<typeof Round>;

const Story = z.strictObject({
  partnership: Words,
  home: Words,
  county: Words,
  coordinator: Words,
  chair: Words,
  organisation: Words,
  first: Round.extend({ agreedDay: Day, gapsDay: Day }),
  second: Round,
});

const Gap = z.strictObject({
  topic: Words,
  indicator: z.string(),
  kind: GapKind,
  status: GapStatus,
  severity: Severity,
  title: Words,
  affected: z.string(),
  /** '' where it can be solved here. */
  escalateTo: z.string(),
  reason: z.string(),
  importance: z.int().min(1).max(5).optional(),
  reach: z.int().min(1).max(5).optional(),
  position: z.int().optional(),
  note: z.string().optional(),
});
export type ExampleGap = z.infer<typeof Gap>;

const Asset = z.strictObject({
  name: Words,
  kind: AssetKind,
  topics: z.array(Words).min(1),
  capacity: z.string(),
  accessRoute: z.string(),
  owner: Words,
  confirmedDay: Day.nullable(),
  consentToList: z.boolean(),
  used: z.boolean(),
});

const AgreedScore = z.strictObject({
  indicator: Words,
  answer: Answer,
  rationale: Words,
  dissent: z.string(),
});

const Comment = z.strictObject({ indicator: Words, rater: z.int(), text: Words });

/** One cell of a row of ratings: "2B" is answer 2 on evidence B; "-" is not answered yet. */
export type Cell = { readonly answer: Answer; readonly grade: Grade | null } | null;

/** By indicator, one cell for each rater in the order of `people.raters`. */
export type RatingRows = ReadonlyMap<string, readonly Cell[]>;

/**
 * What the example is made of, checked.
 *
 * @throws when a file of this folder is not as it should be.
 */
export function exampleContent() {
  return {
    places: Places.parse(places),
    data: Data.parse(data),
    people: People.parse(people),
    story: Story.parse(story),
    firstRatings: rows(firstRatings),
    secondRatings: rows(secondRatings),
    comments: z.array(Comment).parse(comments),
    agreed: z.array(AgreedScore).parse(agreed),
    gaps: z.array(Gap).parse(gaps),
    assets: z.array(Asset).parse(assets),
  };
}
export type ExampleContent = ReturnType<typeof exampleContent>;

function rows(file: Readonly<Record<string, string>>): RatingRows {
  return new Map(
    Object.entries(file).map(([indicator, line]) => [indicator, line.split(' ').map(cell)]),
  );
}

function cell(text: string): Cell {
  if (text === '-') return null;
  if (text === 'dk' || text === 'na') return { answer: text, grade: null };
  return { answer: Answer.parse(text.slice(0, 1)), grade: Grade.parse(text.slice(1)) };
}
