import type { TestHouse } from './house.ts';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts an intervention, a list of types and a choice of a partnership’s into their tables, and gives the ids. */
export async function fillPrevention(
  house: TestHouse,
  send: Send,
  {
    id,
    cookie,
    marker,
    place,
    gap,
  }: {
    readonly id: string;
    readonly cookie: string;
    readonly marker: string;
    readonly place: string;
    readonly gap: string;
  },
): Promise<Readonly<Record<'intervention', readonly string[]>>> {
  const own = { type: `${marker}-type`, pathways: ['ACCESS'], timing: ['treat'] };
  const list =
    'code,label,class,status,source,pathways,pathways status,timing,levels,topics\n' +
    `${marker}-type,${marker} type,programme,PROPOSED,${marker} source,ACCESS,PROPOSED,T,individual,T1.1\n`;
  const sent = await house.call(`/api/partnerships/${id}/intervention-types`, {
    method: 'POST',
    cookie,
    body: list,
    headers: { 'x-file-name': `${marker}.csv`, 'x-list-title': `${marker}%20list` },
  });
  if (sent.status !== 200) throw new Error(await sent.text());
  const intervention = await send('/interventions', {
    ...{ ...own, name: `${marker} intervention`, level: 'individual', lead: `${marker} lead` },
    ...{ partners: [`${marker} partner`], places: [place], people: `${marker} people` },
    ...{ exploitation: `${marker} form`, funder: `${marker} funder`, budget: 1000 },
    ...{ risksOfHarm: `${marker} risks`, evaluation: `${marker} evaluation`, gaps: [gap] },
    principles: [{ title: `${marker} principle`, met: true, note: `${marker} note` }],
    ...{ indicators: [`${marker} indicator`], note: `${marker} note` },
  });
  await send('/portfolio/setting', { treatShare: 0.5, context: `${marker} country` }, 'PUT');
  return { intervention: [intervention] };
}
