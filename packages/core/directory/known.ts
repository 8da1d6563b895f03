import { z } from 'zod';
import { ukPoliceForceAreas } from './area-list.ts';
import categories from './shipped/member-categories.json' with { type: 'json' };
import bodies from './shipped/organisations.json' with { type: 'json' };
import { organisationKey } from './name.ts';

/** An organisation as the matching of names knows it. `area` is the code of the area that a force polices. */
export type Known = {
  readonly key: string;
  readonly name: string;
  readonly sector: string;
  readonly otherNames: readonly string[];
  readonly area: string | null;
};

const Body = z.strictObject({
  code: z.string(),
  name: z.string(),
  sector: z.string(),
  otherNames: z.array(z.string()),
});

/** National bodies and the 45 police forces of the United Kingdom, with the short forms that people write. */
export const ukOrganisations: readonly Known[] = [
  ...z
    .array(Body)
    .parse(bodies)
    .map(({ code, ...body }) => ({ ...body, key: code, area: null })),
  ...ukPoliceForceAreas.map(({ code, name, force, forceNames }) => ({
    key: `police-${code}`,
    name: force,
    sector: 'police',
    otherNames: [...new Set([`${name} Police`, ...forceNames])].filter((each) => each !== force),
    area: code,
  })),
];

const Category = z.strictObject({ name: z.string(), sector: z.string() });

const sectors = new Map(
  z
    .array(Category)
    .parse(categories)
    .map(({ name, sector }) => [organisationKey(name), sector]),
);

/**
 * The sector of words that name a kind of body and no body, such as "NGOs" or "Housing"; null for other words.
 * Words before them that only count or introduce are passed over: "the seven Local Authorities".
 */
export function categoryOf(text: string): string | null {
  const key = organisationKey(text.replace(/\(.*\)/u, ' '));
  const bare = key.replace(counting, '');
  const found = sectors.get(key) ?? sectors.get(bare) ?? sectors.get(bare.replace(/^local /u, ''));
  return found ?? (councilsOwn.test(key) ? 'council' : null);
}

const counting = /^(?:(?:\d+|two|three|four|five|six|seven|eight|all|each|our) )+(?=\p{L})/u;
/** "LA housing": a department of a council that is not named. */
const councilsOwn = /^(?:la|local authority)(?: |$)/u;
