import { z } from 'zod';

/** A record's identity: a UUID, made by the database. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;
