import { z } from 'zod';
import { Account } from './account.ts';
import { CleanUp } from './clean-up.ts';
import { Area, Profile } from './partnership.ts';

/** A directory in a file of its own: what `freehold partnership import` writes and `report` reads. */
export const DirectoryFile = z.strictObject({
  format: z.literal('freehold-directory/1'),
  mapping: z.string(),
  /** All areas that could be covered; none where that is not known. */
  areas: z.array(Area),
  partnerships: z.array(z.strictObject({ key: z.string(), name: z.string(), profile: Profile })),
  organisations: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      sector: z.string(),
      otherNames: z.array(z.string()),
    }),
  ),
  memberships: z.array(
    z.strictObject({
      partnership: z.string(),
      organisation: z.string(),
      asWritten: z.string(),
      reason: z.string(),
    }),
  ),
  cleanUp: z.array(CleanUp),
  accounts: z.array(Account),
});
export type DirectoryFile = z.infer<typeof DirectoryFile>;
