import { z } from 'zod';
import { edited, readOutline, type Theory } from '@freehold/core/change';
import { Confidence } from '@freehold/core/evidence';
import type { Work } from '../database/within.ts';
import { keepNewClaim } from '../evidence/claim-store.ts';
import { ClaimContent } from '../evidence/known.ts';
import { idsOf } from './ids.ts';
import type { Setting } from './review.ts';
import content from './theory.json' with { type: 'json' };

const Words = z.string().min(1);

const Content = z.strictObject({
  /** Indented text; claims and targets in it are keys of the lists below. */
  outline: z.array(z.string()),
  claims: z.array(
    z.strictObject({ key: Words, statement: Words, confidence: Confidence, reason: Words }),
  ),
  targets: z.array(z.strictObject({ key: Words, title: Words })),
  /** Each is the theory as it is now, `without` what came later. */
  versions: z.array(z.strictObject({ day: z.int(), note: Words, without: z.array(Words) })),
  comments: z.array(
    z.strictObject({ about: Words.nullable(), text: Words, by: Words, day: z.int() }),
  ),
});
type Content = z.infer<typeof Content>;

/** Writes a theory of the made-up partnership whose links show every colour, with a version and two comments. */
export async function addTheories(tx: Work, setting: Setting): Promise<void> {
  const found = Content.parse(content);
  const { partnership, place, calendar, content: example } = setting;
  const theory = await linked(tx, setting, found);
  const name = example.story.coordinator;
  const { id } = await tx
    .insertInto('theory')
    .values({
      ...{ partnership_id: partnership, place_id: place, title: theory.title },
      ...{ content: JSON.stringify(theory), revision: 2, changed_by_name: name },
      ...{ made_at: calendar.at(-60), changed_at: calendar.at(-12) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const own = { partnership_id: partnership, theory_id: id, by_person: null };
  const versions = found.versions.map(({ day, note, without }, at) => ({
    ...{ ...own, number: at + 1, note, title: theory.title, by_name: name },
    ...{ content: JSON.stringify(before(theory, without)), made_at: calendar.at(day) },
  }));
  await tx.insertInto('theory_version').values(versions).execute();
  const comments = found.comments.map(({ about, text, by, day }) => ({
    ...{ ...own, about, text, by_name: by, made_at: calendar.at(day) },
  }));
  await tx.insertInto('theory_comment').values(comments).execute();
}

/** The theory with ids of claims and targets in place of their keys. */
async function linked(
  tx: Work,
  setting: Setting,
  { outline, claims, targets }: Content,
): Promise<Theory> {
  const read = readOutline(outline.join('\n'));
  if (!read.ok) throw new RangeError(`the theory does not fit: ${JSON.stringify(read.problems)}`);
  const kept = await tx
    .selectFrom('target')
    .where('place_id', '=', setting.place)
    .select(['id', 'title as name'])
    .execute();
  const byTitle = idsOf(kept);
  const target = (key: string) => byTitle(targets.find((each) => each.key === key)?.title ?? key);
  const claim = idsOf(await claimsFor(tx, setting, claims));
  const { nodes, links } = read.value;
  return {
    ...read.value,
    nodes: nodes.map((node) => ({
      ...node,
      indicators: node.indicators.map((each) => ({
        ...each,
        target: each.target === null ? null : target(each.target),
      })),
    })),
    links: links.map((link) => ({
      ...link,
      claims: link.claims.map((each) => ({ ...each, claim: claim(each.claim) })),
      targets: link.targets.map(target),
    })),
  };
}

async function claimsFor(
  tx: Work,
  { partnership, content: example, calendar }: Setting,
  claims: Content['claims'],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const name = example.story.coordinator;
  const made: { id: string; name: string }[] = [];
  for (const { key, statement, confidence, reason } of claims) {
    const override = { confidence, by: name, reason, on: calendar.on(-50) };
    const claim = ClaimContent.parse({ statement, theme: 'Our theory of change', override });
    const id = await keepNewClaim(tx, { partnership, name }, claim, { note: reason });
    made.push({ id, name: key });
  }
  return made;
}

function before(theory: Theory, ids: readonly string[]): Theory {
  const earlier = edited(theory, { kind: 'remove', ids });
  if (!earlier.ok) throw new RangeError('what came later is not in the theory');
  return earlier.value;
}
