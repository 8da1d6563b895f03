import { z } from 'zod';
import { blankReference } from '@freehold/core/evidence';
import { jobsEnded } from '../job/run.ts';
import type { TestHouse } from './house.ts';

type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts something of a partnership's into every table of the register, and gives the ids. */
export async function fillEvidence(
  house: TestHouse,
  send: Send,
  { id, marker, cookie }: { readonly id: string; readonly marker: string; readonly cookie: string },
) {
  const source = await send('/sources', sourceOf(marker, 2001));
  await send('/sources', sourceOf(marker, 2009));
  const study = await send('/studies', {
    ...{ title: `${marker} study`, source, limits: `${marker} limits`, countries: [marker] },
    findings: [{ outcome: `${marker} outcome`, measure: `${marker} measure` }],
  });
  const given = { scale: 'maryland', value: 3 };
  const graded = { scale: 'maryland', given, note: `${marker} note` };
  await send(`/studies/${study}/grade`, graded, 'PUT');
  const settled = { scale: 'maryland', given, reason: `${marker} reason` };
  await send(`/studies/${study}/settled-grade`, settled, 'PUT');
  const group = await send('/working-groups', {
    ...{ name: `${marker} group`, theme: `${marker} theme`, purpose: `${marker} purpose` },
    survivorSeats: 1,
  });
  const member = await send(`/working-groups/${group}/members`, {
    ...{ name: `${marker} member`, seat: 'research', interest: `${marker} interest` },
    declaredOn: '2026-01-01',
  });
  const claim = await send('/claims', {
    ...{ statement: `${marker} claim`, theme: `${marker} theme`, scope: `${marker} scope` },
    links: [{ study, stance: 'supports', note: `${marker} link` }],
    override: { confidence: 'low', reason: `${marker} override` },
    ...{ group, note: `${marker} note` },
  });
  const decision = { claim, decidedOn: '2026-01-01', decision: `${marker} decision` };
  const dissent = `${marker} dissent`;
  await send(`/working-groups/${group}/decisions`, { ...decision, dissent });
  const protocol = await send('/search-protocols', {
    ...{ title: `${marker} search`, question: `${marker} question`, strings: `${marker} words` },
  });
  await send('/confidence-rule', { rule: {}, reason: `${marker} reason` }, 'PUT');
  const path = `/api/partnerships/${id}`;
  const get = async (rest: string): Promise<unknown> =>
    (await house.call(`${path}${rest}`, { cookie })).json();
  const { suggestions } = Suggested.parse(await get('/source-suggestions'));
  await bringIn(house, send, { path, cookie, marker });
  const { imports } = Imported.parse(await get('/evidence-imports'));
  return {
    ...{ source: [source], study: [study], claim: [claim], workingGroup: [group] },
    ...{ groupMember: [member], protocol: [protocol] },
    suggestion: suggestions.slice(0, 1).map(({ id: suggestion }) => suggestion),
    evidenceImport: imports.slice(0, 1).map(({ id: imported }) => imported),
  };
}

const Listed = z.array(z.object({ id: z.string() })).min(1);
const Suggested = z.object({ suggestions: Listed });
const Imported = z.object({ imports: Listed });
const Received = z.object({ file: z.string() });

/** The same title in two years: one is suggested to be the other. */
function sourceOf(marker: string, year: number) {
  return {
    reference: { ...blankReference, title: `${marker} title of one book in two years`, year },
    ...{ sort: 'grey', route: 'public', licence: `${marker} licence`, note: `${marker} note` },
  };
}

async function bringIn(
  house: TestHouse,
  send: Send,
  {
    path,
    cookie,
    marker,
  }: { readonly path: string; readonly cookie: string; readonly marker: string },
): Promise<void> {
  const answer = await house.call(`${path}/files`, {
    cookie,
    body: `title,year\n${marker} brought in,2011\n`,
    headers: { 'x-file-name': `${marker}.csv` },
  });
  const { file } = Received.parse(await answer.json());
  await send('/evidence-files/import', { files: [file], mapping: null });
  await jobsEnded(house.database);
}
