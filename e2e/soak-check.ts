import { z } from 'zod';
import type { Child } from './child.ts';
import { call, type Site } from './soak-site.ts';
import { importRows, type Notes } from './soak-writers.ts';

const Page = z.object({
  ratings: z.array(
    z.object({
      indicator: z.string(),
      comment: z.string(),
      files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
    }),
  ),
});
const DataSets = z.object({
  dataSets: z.array(z.object({ code: z.string(), observations: z.number() })),
});
const Jobs = z.object({ jobs: z.array(z.object({ state: z.string() })) });

/** What a server that has come back lacks of what was confirmed, or has kept by halves; empty when all is well. */
export async function faultsOf(child: Child, site: Site, notes: Notes): Promise<readonly string[]> {
  return [...(await ratingFaults(child, site, notes)), ...(await importFaults(child, site, notes))];
}

async function ratingFaults(child: Child, { raters }: Site, notes: Notes): Promise<string[]> {
  const faults: string[] = [];
  const files = new Map<string, string>();
  const kept = new Map<string, number>();
  for (const rater of raters) {
    const { ratings } = Page.parse(await call(child, `/rate/${rater}`));
    for (const { indicator, comment, files: own } of ratings) {
      kept.set(`${rater} ${indicator}`, Number(comment));
      for (const { id, name } of own)
        files.set(name, `${child.address}/api/rate/${rater}/files/${id}`);
    }
  }
  for (const [key, { confirmed, tried }] of notes.answers) {
    const number = kept.get(key) ?? 0;
    if (number < confirmed) faults.push(`answer ${confirmed} was confirmed, and ${number} is kept`);
    if (number > tried) faults.push(`answer ${number} is kept, and was never sent`);
  }
  for (const [name, isConfirmed] of notes.files) {
    const address = files.get(name);
    if (address === undefined && isConfirmed)
      faults.push(`the file ${name} was confirmed, and is gone`);
    if (address === undefined) continue;
    const text = await (await fetch(address)).text();
    if (text !== `evidence ${name}`) faults.push(`the file ${name} is not what was sent`);
  }
  return faults;
}

async function importFaults(
  child: Child,
  { cookie, partnership }: Site,
  notes: Notes,
): Promise<string[]> {
  const at = `/partnerships/${partnership}`;
  const { dataSets } = DataSets.parse(await call(child, `${at}/data-sets`, { cookie }));
  const { jobs } = Jobs.parse(await call(child, `${at}/jobs`, { cookie }));
  const rows = new Map(dataSets.map(({ code, observations }) => [code, observations]));
  const halves = [...notes.imports].flatMap(([code, isDone]) => {
    const found = rows.get(code) ?? 0;
    const isFine = found === importRows || (found === 0 && !isDone);
    return isFine ? [] : [`the import ${code} has ${found} of ${importRows} rows`];
  });
  const open = jobs.filter(({ state }) => state === 'running' || state === 'waiting');
  return [...halves, ...open.map(({ state }) => `a job of the server that died is ${state}`)];
}
