import { OpenAPIHono } from '@hono/zod-openapi';
import { problem, type Problem } from '@freehold/core/problem';
import type { Config } from '../config.ts';
import type { Database } from '../database/connect.ts';
import type { Actor } from '../database/within.ts';
import type { Ports } from '../ports.ts';
import type { Role } from '@freehold/core/access';
import { refuse } from './problem.ts';

/** What every route may use. */
export type House = {
  readonly database: Database;
  readonly ports: Ports;
  readonly config: Pick<Config, 'address' | 'folder' | 'example' | 'behindProxy'> &
    Partial<Pick<Config, 'requestsPerMinute'>>;
  /** Signs cookies; whoever changes it signs everybody out. */
  readonly secret: string;
};

/** The asker as a signed-in person, in the partnership that the path names. */
export type Asker = Actor & {
  readonly person: string;
  readonly name: string;
  readonly administrator: boolean;
};
export type Partner = Asker & { readonly partnership: string; readonly role: Role };
export type RaterActor = Actor & {
  readonly partnership: string;
  readonly rater: string;
  readonly review: string;
};

/** Whoever holds a survey's personal link. */
export type RespondentActor = Actor & {
  readonly partnership: string;
  readonly target: string;
  readonly wave: string;
};

export type Env = {
  Variables: { asker: Asker; partner: Partner; rater: RaterActor; respondent: RespondentActor };
};

/** A room's router: a request that does not fit its schema is answered with problem JSON. */
export function router() {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const problems: Problem[] = result.error.issues.map((issue) =>
        problem(
          issue.code === 'unrecognized_keys' ? 'unknown-field' : 'not-valid',
          { note: issue.message },
          { path: issue.path.map(String).join('.') },
        ),
      );
      return refuse(c, 422, problems);
    },
  });
}
