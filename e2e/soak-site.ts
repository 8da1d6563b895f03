import { z } from 'zod';
import type { Child } from './child.ts';

// What a soak writes to, by its public routes alone: a partnership, one round that is open, and its raters.

const Id = z.object({ id: z.string() });
const Versions = z.object({
  frameworks: z.array(
    z.object({ versions: z.array(z.object({ id: z.string(), state: z.string() })) }),
  ),
});

export type Site = {
  readonly cookie: string;
  readonly partnership: string;
  /** The secret of each rater's link. */
  readonly raters: readonly string[];
  readonly indicators: readonly string[];
};

/** Calls a server; throws when it does not answer with 200. */
export async function call(
  { address }: Pick<Child, 'address'>,
  path: string,
  { method, cookie, json, body, headers = {} }: Call = {},
): Promise<unknown> {
  const answer = await fetch(`${address}/api${path}`, {
    method: method ?? (json === undefined && body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      origin: address,
      ...headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Refused(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

export type Call = {
  readonly method?: string;
  readonly cookie?: string;
  readonly json?: unknown;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The server answered, and not with 200: in a soak that is a fault, while no answer is what was asked for. */
export class Refused extends Error {}

/** Makes all that a soak needs on an empty server. */
export async function makeSite(child: Child): Promise<Site> {
  const cookie = await signIn(child);
  const made = async (path: string, json: unknown) =>
    Id.parse(await call(child, path, { cookie, json })).id;
  const partnership = await made('/partnerships', { name: 'Soak' });
  const at = `/partnerships/${partnership}`;
  const place = await made(`${at}/places`, {
    type: 'district',
    code: 'E1',
    codeYear: 2024,
    name: 'Harbourside',
    parents: [],
  });
  const { frameworks } = Versions.parse(await call(child, `${at}/frameworks`, { cookie }));
  const version = frameworks
    .flatMap(({ versions }) => versions)
    .find(({ state }) => state === 'published');
  const review = await made(`${at}/reviews`, {
    place,
    frameworkVersion: version?.id,
    profile: 'starter',
    title: 'Soak',
    closesOn: null,
    comparison: { kind: 'same-type' },
  });
  const raters: string[] = [];
  for (const agency of ['Police', 'Council', 'Charity', 'Health']) {
    const json = { agency, roleTitle: '', name: '', email: null };
    const asked = await call(child, `${at}/reviews/${review}/raters`, { cookie, json });
    raters.push(z.object({ link: z.string() }).parse(asked).link.split('/rate/')[1] ?? '');
  }
  await call(child, `${at}/reviews/${review}/move`, { cookie, json: { to: 'rating', note: '' } });
  const page = z.object({ cards: z.array(z.object({ code: z.string() })) });
  const { cards } = page.parse(await call(child, `/rate/${raters[0]}`));
  return { cookie, partnership, raters, indicators: cards.map(({ code }) => code) };
}

async function signIn({ address, signIn: link }: Child): Promise<string> {
  const answer = await fetch(`${address}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token: link.split('/sign-in/')[1] }),
  });
  if (answer.status !== 200) throw new Refused(`not signed in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
