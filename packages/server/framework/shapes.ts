import { z } from '@hono/zod-openapi';
import { Framework, Mapping } from '@freehold/core/framework';
import type { Problem } from '@freehold/core/problem';
import type { Refused } from '../http/problem.ts';
import type { VersionHead, VersionLine } from './store.ts';

const State = z.enum(['draft', 'published', 'retired']);

/** Dates are ISO instants. `shared`: it belongs to the whole installation, and no partnership changes it. */
const Head = z.object({
  id: z.string(),
  version: z.number(),
  state: State,
  shared: z.boolean(),
  madeAt: z.string(),
  publishedAt: z.string().nullable(),
  retiredAt: z.string().nullable(),
});

export const FrameworkList = z
  .object({
    frameworks: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        shared: z.boolean(),
        versions: z.array(
          Head.extend({
            title: z.string(),
            statement: z.string(),
            topics: z.number(),
            indicators: z.number(),
          }),
        ),
      }),
    ),
  })
  .openapi('FrameworkList');

export const FrameworkVersion = Head.extend({ framework: Framework }).openapi('FrameworkVersion');

export const NewDraft = z.object({ id: z.string(), code: z.string(), version: z.number() });

export const MappingShown = z
  .object({
    /** Was it kept by a person, or is it only proposed? */
    kept: z.boolean(),
    mapping: Mapping,
    titles: z.object({
      from: z.record(z.string(), z.string()),
      to: z.record(z.string(), z.string()),
    }),
  })
  .openapi('FrameworkMapping');

export function shownHead(head: VersionHead): z.infer<typeof Head> {
  return {
    id: head.id,
    version: head.version,
    state: head.state,
    shared: head.shared,
    madeAt: head.madeAt.toISOString(),
    publishedAt: head.publishedAt?.toISOString() ?? null,
    retiredAt: head.retiredAt?.toISOString() ?? null,
  };
}

/** The versions under their frameworks, in the order of the lines. */
export function shownList(lines: readonly VersionLine[]): z.infer<typeof FrameworkList> {
  const ids = [...new Set(lines.map(({ framework }) => framework))];
  return {
    frameworks: ids.flatMap((id) => {
      const versions = lines.filter(({ framework }) => framework === id);
      const [newest] = versions;
      if (newest === undefined) return [];
      return [
        {
          id,
          code: newest.code,
          title: newest.frameworkTitle,
          shared: newest.shared,
          versions: versions.map((line) => ({
            ...shownHead(line),
            title: line.title,
            statement: line.statement,
            topics: line.topics,
            indicators: line.indicators,
          })),
        },
      ];
    }),
  };
}

/** How a refusal of this room is answered; what is not listed is input that needs mending. */
const statuses: Readonly<Record<string, Refused>> = {
  'not-allowed': 403,
  'not-found': 404,
  'too-large': 413,
  'version-shared': 409,
  'version-draft': 409,
  'version-published': 409,
  'version-retired': 409,
};

export function statusOf([first]: readonly Problem[]): Refused {
  return statuses[first?.code ?? ''] ?? 422;
}
