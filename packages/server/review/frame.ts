import {
  Framework,
  indicatorsOf,
  viewOf,
  type Indicator,
  type Placed,
} from '@freehold/core/framework';
import type { Work } from '../database/within.ts';

const mostKept = 40;
const parsedVersions = new Map<string, Framework>();

/**
 * The framework of a published version, parsed. `version` must come from a row that the asker may read.
 * A published version never changes, so the newest forty are kept in memory.
 *
 * @throws when there is no such version, or it is not a framework: it was checked before it was published.
 */
export async function frameworkOf(tx: Work, version: string): Promise<Framework> {
  const kept = parsedVersions.get(version);
  if (kept !== undefined) return kept;
  const { content, state } = await tx
    .selectFrom('framework_version')
    .where('id', '=', version)
    .select(['content', 'state'])
    .executeTakeFirstOrThrow();
  const framework = Framework.parse(content);
  if (state !== 'draft') keep(version, framework);
  return framework;
}

function keep(version: string, framework: Framework): void {
  parsedVersions.set(version, framework);
  const [oldest] = parsedVersions.keys();
  if (parsedVersions.size > mostKept && oldest !== undefined) parsedVersions.delete(oldest);
}

/**
 * The part of a framework that a review's profile asks.
 *
 * @throws when the version has no such profile: a review is only made with one that it has.
 */
export async function viewOfReview(
  tx: Work,
  review: { readonly version: string; readonly profile: string },
): Promise<Framework> {
  const view = viewOf(await frameworkOf(tx, review.version), review.profile);
  if (view === null) throw new RangeError(`the framework has no profile ${review.profile}`);
  return view;
}

/** Can a person answer it? Context and values that come from a data set have no anchors to answer by. */
export function answerable(indicator: Pick<Indicator, 'anchors'>): boolean {
  return indicator.anchors.length > 0;
}

/** The indicators that a rater is asked, in the framework's order. */
export function askedIn(view: Pick<Framework, 'levels'>): readonly Placed[] {
  return indicatorsOf(view).filter(({ indicator }) => answerable(indicator));
}

export function profileTitle(framework: Framework, code: string): string {
  return framework.profiles.find((profile) => profile.code === code)?.title ?? code;
}
