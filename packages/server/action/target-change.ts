import { merged, targetProblems } from '@freehold/core/action';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { Partner } from '../http/house.ts';
import { unknownLinks } from './store.ts';
import type { TargetFields } from './target-shapes.ts';
import {
  addTarget,
  changeTarget,
  targetToChange,
  type Basis,
  type EditedTarget,
  type KeptTarget,
} from './target-store.ts';
import { keyOf, valuesOf, type About, type Values } from './target-values.ts';

/** Sets a target, if what it is about has values and the path fits them. */
export async function addTo(
  tx: Work,
  partner: Partner,
  place: string,
  fields: TargetFields,
  now: Date,
): Promise<Outcome<KeptTarget>> {
  const values = await valuesAbout(tx, partner, place, fields.about);
  if (values === undefined)
    return refused(problem('about-unknown', undefined, { path: 'about.code' }));
  const wrong = [
    ...targetProblems(fields, values.subject),
    ...(await unknownRound(tx, place, fields.round)),
  ];
  if (wrong.length > 0) return refused(...wrong);
  const about = { partnership: partner.partnership, place, byName: partner.name };
  return fine(await addTarget(tx, about, fields, basisOf(values, fields.baseline.on), now));
}

/** Changes a target, unless somebody else has changed the same field since `version`. */
export async function change(
  tx: Work,
  partner: Partner,
  target: string,
  { version, change: sent }: { readonly version: number; readonly change: Partial<EditedTarget> },
  now: Date,
): Promise<Outcome<KeptTarget>> {
  const before = await targetToChange(tx, target);
  if (before === null) return refused(problem('not-found'));
  if (version > before.version) return refused(problem('version-unknown'));
  const kept = { ...before, byName: before.changedBy, fields: editable(before) };
  const next = merged(kept, version, sent);
  if (!next.ok) return next;
  if (next.value.version === before.version) return fine(before);
  const { fields } = next.value;
  const values = await valuesAbout(tx, partner, before.place, before.about);
  // What has no values any more keeps its direction; its path is still held to itself.
  const subject = values?.subject ?? { direction: 'o' as const, least: null, most: null };
  const wrong = [
    ...targetProblems(fields, subject),
    ...(await unknownRound(tx, before.place, fields.round)),
  ];
  if (wrong.length > 0) return refused(...wrong);
  return fine(await changeTarget(tx, target, next.value, partner.name, now));
}

async function unknownRound(
  tx: Work,
  place: string,
  round: string | null,
): Promise<readonly Problem[]> {
  const links = { gaps: [], assets: [], ownerMember: null, round };
  const unknown = await unknownLinks(tx, place, links);
  return unknown.map((what) => problem(`${what}-unknown`, undefined, { path: what }));
}

async function valuesAbout(
  tx: Work,
  { role }: Partner,
  place: string,
  about: About,
): Promise<Values | undefined> {
  return (await valuesOf(tx, place, [about], role)).get(keyOf(about));
}

/** What the newest review up to the baseline asked, or the first one after it; null for a measure. */
function basisOf({ points }: Values, on: string): Basis | null {
  return (points.findLast((point) => point.on <= on) ?? points[0])?.asked ?? null;
}

function editable(target: KeptTarget): EditedTarget {
  const { round, title, about, direction, baseline, path, steps, aim, endsOn, tolerance } = target;
  const { agreedBy, agreedOn, note, removed } = target;
  return {
    ...{ round, title, about, direction, baseline, path, steps, aim, endsOn, tolerance },
    ...{ agreedBy, agreedOn, note, removed },
  };
}
