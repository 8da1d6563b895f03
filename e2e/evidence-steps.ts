import type { Page } from 'playwright-core';
import type { MapStudy } from '../packages/core/evidence/gap-map.ts';

// What the journey through the register sends without a form, as its pages would.

type Answer = Readonly<Record<string, unknown>>;

/** Asks a route of a partnership from within the page, as the person who is signed in there. */
export function asked(
  page: Page,
  partnership: string,
  rest: string,
  { method, json }: { readonly method?: string; readonly json?: unknown },
): Promise<Answer> {
  return page.evaluate(
    async ({ path, how, body }) => {
      const answer = await fetch(path, {
        method: how,
        ...(body !== null && { body, headers: { 'content-type': 'application/json' } }),
      });
      const said: Record<string, unknown> = await answer.json();
      if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
      return said;
    },
    {
      path: `/api/partnerships/${partnership}${rest}`,
      how: method ?? (json === undefined ? 'GET' : 'POST'),
      body: json === undefined ? null : JSON.stringify(json),
    },
  );
}

type File = { readonly name: string; readonly text: string };

/** Sends files, brings them in together, and waits for the account of their records. */
export async function bringIn(
  page: Page,
  partnership: string,
  files: readonly File[],
  mapping: unknown,
) {
  const sent: string[] = [];
  for (const file of files) sent.push(await upload(page, partnership, file));
  const { job } = await asked(page, partnership, '/evidence-files/import', {
    json: { files: sent, mapping },
  });
  const state = async () => (await asked(page, partnership, `/jobs/${String(job)}`, {})).state;
  for (let tries = 0; (await state()) !== 'done'; tries += 1) {
    if (tries > 300) throw new Error('the import does not end');
    await page.waitForTimeout(200);
  }
  const { imports } = await asked(page, partnership, '/evidence-imports', {});
  const [newest] = imports as readonly { id: string }[];
  const path = `/api/partnerships/${partnership}/evidence-imports/${newest?.id ?? ''}/records.csv`;
  const text = await page.evaluate(async (at) => (await fetch(at)).text(), path);
  const of = (fate: string) => text.split(new RegExp(`(?<=,)${fate}(?=,)`)).length - 1;
  return {
    fates: { new: of('new'), duplicate: of('duplicate'), rejected: of('rejected') },
    records: text.trimEnd().split('\r\n').length - 1,
  };
}

async function upload(page: Page, partnership: string, { name, text }: File): Promise<string> {
  return page.evaluate(
    async ({ path, fileName, body }) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: {
          'x-file-name': encodeURIComponent(fileName),
          'content-type': 'application/octet-stream',
        },
        body,
      });
      const said: { file: string } = await answer.json();
      return said.file;
    },
    { path: `/api/partnerships/${partnership}/files`, fileName: name, body: text },
  );
}

const titles = [
  ...['Wages on the quay', 'Lessons in a hostel', 'Two ports compared', 'Beds for a year'],
  ...['A number to call', 'What inspectors see', 'Mentors and after'],
];
const ris = (title: string, year: number) =>
  `TY  - JOUR\r\nTI  - ${title}\r\nPY  - ${year}\r\nAU  - Roe, Jo\r\nAB  - About ${title}.\r\nER  - \r\n`;

/** Two files of made-up references that share two; used where the real ones are not beside the repository. */
export const madeReferences: readonly File[] = [
  { name: 'one.ris', text: titles.map((title, at) => ris(title, 2015 + at)).join('') },
  {
    name: 'two.ris',
    text: [ris('Wages on the quay', 2015), ris('Beds for a year', 2018)].join(''),
  },
];

const types = ['peer-support', 'helpline', 'safe-housing', 'legal-advice', 'worker-voice'];
const found = ['knowledge', 'housing', 'safety', 'control', 'exploitation'];
const countries = ['GB', 'IE', 'NP', 'NL', 'NO', 'KE', 'BD'];

/** As many made-up studies as asked for, spread over rows, columns, years and grades. */
export function madeStudies(many: number): readonly MapStudy[] {
  const pick = <T>(items: readonly T[], at: number): T[] =>
    items.slice(at % items.length).slice(0, 1);
  return Array.from({ length: many }, (_, at) => ({
    ...{ id: `made-${at}`, title: `Study ${at} of what was done`, year: 1990 + (at % 35) },
    ...{ countries: pick(countries, at), setting: 'local', exploitation: ['labour'] },
    ...{ populations: ['survivors'], interventions: pick(types, at), pathways: ['ACCESS'] },
    ...{ timing: ['treat'], design: at % 3 === 0 ? 'trial' : 'cohort', review: at % 50 === 0 },
    ...{ sample: '', sms: at % 6 === 5 ? null : at % 6, survivorsInDesign: at % 4 === 0 },
    ...{ survivorsInImplementation: null, survivorsInEvaluation: null },
    findings: pick(found, Math.floor(at / 5)).map((outcome) => ({
      ...{ outcome, direction: 'positive' as const },
    })),
  }));
}
