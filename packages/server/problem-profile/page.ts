import type { z } from 'zod';
import { profileDocument, ProfilePart } from '@freehold/core/cycle';
import type { Document } from '@freehold/core/document';
import type { Work } from '../database/within.ts';
import { partsOf, type PartRow } from '../document/parts.ts';
import { settingOf } from '../report/records.ts';
import { knownPlace } from '../review/at.ts';
import type { Part, Profile } from './shapes.ts';
import { draftOf, issuesOf, keptPart } from './store.ts';

/** Everything on the page of a problem profile, in four statements; null where there is no such place for the asker. */
export async function profileAt(tx: Work, place: string): Promise<z.infer<typeof Profile> | null> {
  if (!(await knownPlace(tx, place))) return null;
  const parts = await draftParts(tx, place);
  return {
    draft: await draftOf(tx, place),
    parts: parts.map(shown),
    issues: [...(await issuesOf(tx, place))],
  };
}

/** The draft as a document, or as the version that it is about to become; null where there is no draft. */
export async function draftDocument(
  tx: Work,
  at: { readonly partnership: string; readonly place: string },
  today: string,
  issue: { readonly number: number; readonly byName: string; readonly on: string } | null = null,
): Promise<Document | null> {
  const setting = await settingOf(tx, at, today);
  const draft = setting === null ? null : await draftOf(tx, at.place);
  if (setting === null || draft === null) return null;
  const parts = await draftParts(tx, at.place);
  return profileDocument({ ...setting, ...draft, issue, parts: parts.map(keptPart) });
}

function draftParts(tx: Work, place: string) {
  return partsOf(tx, { place, document: 'problem-profile', edition: '' });
}

function shown({ part, filled, filledAt, changedAt, ...row }: PartRow): z.infer<typeof Part> {
  return {
    ...row,
    part: ProfilePart.parse(part),
    filled: [...filled],
    filledAt: filledAt?.toISOString() ?? null,
    changedAt: changedAt.toISOString(),
  };
}
