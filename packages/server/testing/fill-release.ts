import { smallRelease } from './release.ts';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Publishes a release of a partnership's own, with its marker in every text, and withdraws a second one. */
export async function fillReleases(send: Send, marker: string) {
  const release = await send('/releases', smallRelease(marker));
  const second = await send('/releases', smallRelease(`${marker} second`));
  const because = `${marker} because`;
  await send(`/releases/${second}/withdrawn`, { withdrawn: true, because }, 'PUT');
  return { release: [release, second] };
}
