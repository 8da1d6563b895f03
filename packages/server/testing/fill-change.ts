import { blankLink, blankNode, Theory } from '@freehold/core/change';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts something of a partnership's into every table of theories of change, and gives the ids. */
export async function fillChange(
  send: Send,
  { marker, place }: { readonly marker: string; readonly place: string },
): Promise<Readonly<Record<'theory' | 'theoryComment' | 'theoryVersion', readonly string[]>>> {
  const theory = Theory.parse({
    title: `${marker} theory`,
    summary: `${marker} summary`,
    nodes: [
      blankNode('do', 'activity', `${marker} activity`),
      blankNode('goal', 'impact', `${marker} goal`),
    ],
    links: [{ ...blankLink('l1', 'do', 'goal'), rationale: `${marker} why` }],
  });
  const id = await send('/theories', { place, theory });
  const version = await send(`/theories/${id}/versions`, { revision: 1, note: `${marker} note` });
  const comment = await send(`/theories/${id}/comments`, {
    about: 'l1',
    text: `${marker} comment`,
  });
  return { theory: [id], theoryComment: [comment], theoryVersion: [version] };
}
