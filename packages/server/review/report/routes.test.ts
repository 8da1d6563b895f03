import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TableReader } from '@freehold/core/table';
import { makeExample } from '../../example/example.ts';
import { firstPerson } from '../../partnership/first.ts';
import { asInstallation } from '../../database/within.ts';
import { testHouse, type TestHouse } from '../../testing/house.ts';

let house: TestHouse;
let partnership: string;
let cookie: string;
let published: string;
let running: string;

beforeAll(async () => {
  house = await testHouse();
  partnership = (await makeExample(house, await firstPerson(house))) ?? '';
  cookie = await house.signIn(partnership, 'member');
  const reviews = await asInstallation(house.database, (tx) =>
    tx
      .selectFrom('review')
      .select(['id', 'state'])
      .where('partnership_id', '=', partnership)
      .execute(),
  );
  published = reviews.find(({ state }) => state === 'published')?.id ?? '';
  running = reviews.find(({ state }) => state === 'rating')?.id ?? '';
});
afterAll(() => house.close());

const path = (review: string, format: string) =>
  `/api/partnerships/${partnership}/reviews/${review}/report?format=${format}`;
const get = (format: string) => house.call(path(published, format), { cookie });
const bytesOf = async (format: string) => Buffer.from(await (await get(format)).arrayBuffer());
const textOf = async (format: string) => (await bytesOf(format)).toString('utf8');

describe('who may read it, and when', () => {
  test('while the round is open there is no report', async () => {
    const answer = await house.call(path(running, 'json'), { cookie });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'still-blind' }] });
  });

  test('to another partnership’s co-ordinator it does not exist', async () => {
    const elsewhere = await house.makePartnership('Elsewhere');
    const stranger = await house.signIn(elsewhere);
    expect((await house.call(path(published, 'json'), { cookie: stranger })).status).toBe(404);
    const through = `/api/partnerships/${elsewhere}/reviews/${published}/report?format=json`;
    expect((await house.call(through, { cookie: stranger })).status).toBe(404);
  });

  test('signed out, nobody reads it', async () => {
    expect((await house.call(path(published, 'html'))).status).toBe(401);
  });

  test('an unknown format is named', async () => {
    const answer = await get('pdf');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ where: { path: 'format' } }] });
  });

  test('the statements do not grow with the report', async () => {
    house.statements();
    await get('json');
    expect(house.statements().length).toBeLessThan(30);
  });
});

test.each([
  ['html', 'text/html', 'inline'],
  ['docx', 'application/vnd.openxmlformats', 'attachment'],
  ['csv', 'text/csv', 'attachment'],
  ['json', 'application/json', 'attachment'],
])('%s has its type, and a name with place and day', async (format, type, disposition) => {
  const { headers } = await get(format);
  expect(headers.get('content-type')).toContain(type);
  expect(headers.get('content-disposition')).toBe(
    `${disposition}; filename="harbourside-review-2026-03-02.${format}"`,
  );
});

describe('the four formats', () => {
  test('they say the same scores, ranges and coverage of every topic', async () => {
    const json = fromJson(await textOf('json'));
    expect(json.size).toBe(24);
    expect(await fromCsv(await textOf('csv'))).toEqual(json);
    expect(topicsIn(cellsOfHtml(await textOf('html')))).toEqual(json);
    expect(topicsIn(cellsOfDocx(await bytesOf('docx')))).toEqual(json);
  });

  test('they say the same scores of every indicator', async () => {
    const report = JSON.parse(await textOf('json')) as Report;
    const json = new Map(
      report.levels.flatMap((level) =>
        level.topics.flatMap((topic) =>
          topic.indicators.map(({ code, score }) => [code, shown(score)] as const),
        ),
      ),
    );
    expect(json.size).toBe(119);
    expect(indicatorsIn(cellsOfHtml(await textOf('html')))).toEqual(json);
    expect(indicatorsIn(cellsOfDocx(await bytesOf('docx')))).toEqual(json);
    const csv = await rowsOf(await textOf('csv'));
    const rows = csv.filter((row) => row['row'] === 'indicator');
    expect(
      new Map(
        rows.map((row) => [row['code'] ?? '', shown(row['score'] ? Number(row['score']) : null)]),
      ),
    ).toEqual(json);
  });

  test('none names a person, shows a comment, or leaves out that it is made up', async () => {
    const word = cellsOfDocx(await bytesOf('docx')).join(' ');
    for (const text of [await textOf('html'), await textOf('json'), await textOf('csv'), word]) {
      expect(text).not.toContain('Housing standards manager, Harbourside');
      expect(text).not.toContain('The Thursday clinic is full');
    }
    const html = await textOf('html');
    expect(html).toMatch(/@top-right \{ content: 'Made-up example'/);
    expect(partOfDocx(await bytesOf('docx'), 'word/header1.xml')).toContain('Made-up example');
    expect(await textOf('csv')).toContain('Harbourside,true,');
    expect(JSON.parse(await textOf('json'))).toMatchObject({ partnership: { madeUp: true } });
  });

  test('they say what they cannot say', async () => {
    const html = await textOf('html');
    const word = cellsOfDocx(await bytesOf('docx')).join(' ');
    for (const text of [html, word]) {
      for (const limit of [
        'This is a self-assessment by five agencies',
        'They do not show how much slavery there is',
        'not the published table',
        'Context is shown and never averaged',
        'is shown item by item and never averaged',
        'It does not mean nought',
      ]) {
        expect(text).toContain(limit);
      }
    }
  });

  test('no tone of blame: what is missing is not yet in place', async () => {
    const html = await textOf('html');
    expect(html).not.toMatch(/\b(fail(ed|s|ure|ing)?|poor performance|worst|weak(ness)?)\b/i);
  });
});

describe('HTML', () => {
  test('it needs nothing else and runs nothing', async () => {
    const answer = await get('html');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    const html = await answer.text();
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain(`style-src 'sha256-${hash}';`);
    expect(policy).not.toContain('unsafe');
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toMatch(/<script|<link|<img|\bon\w+=|url\(|@import/i);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('<html lang="en-GB">');
  });

  test('the chart has a name, a description and its table twin', async () => {
    const html = await textOf('html');
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-title chart-note"/);
    expect(html).toContain('T3.4 Long-term recovery');
    // Of 22 topics with a score two would tell what one or two agencies said.
    expect(html.match(/<circle/g)).toHaveLength(20);
  });
});

describe('Word', () => {
  test('it has real headings, heads that repeat, page numbers and British English', async () => {
    const file = await bytesOf('docx');
    const body = partOfDocx(file, 'word/document.xml');
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(10);
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBeGreaterThan(28);
    expect(body.match(/<w:tblHeader/g)?.length).toBeGreaterThan(30);
    expect(partOfDocx(file, 'word/footer1.xml')).toContain('NUMPAGES');
    expect(partOfDocx(file, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  test('each picture of a score has its figures as alternative text', async () => {
    const body = partOfDocx(await bytesOf('docx'), 'word/document.xml');
    const described = body.match(/descr="[^"]+ on a scale from 0 to 4"/g) ?? [];
    expect(described).toHaveLength(24);
    expect(described.join(' ')).toContain('no score: too few answers');
  });
});

test('CSV is UTF-8 with a byte order mark', async () => {
  expect((await bytesOf('csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

describe('what people typed stays text', () => {
  const evil = `=1+1 </style><script>alert('x')</script> \\ }`;
  beforeAll(() =>
    asInstallation(house.database, async (tx) => {
      await tx
        .updateTable('agreed_score')
        .set({ rationale: evil })
        .where('indicator', '=', '3.4.4')
        .execute();
      await tx.updateTable('review').set({ title: evil }).where('id', '=', published).execute();
    }),
  );

  test('in HTML it is no markup, and no style', async () => {
    const html = await textOf('html');
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('=1+1 &#60;/style&#62;');
  });

  test('in CSV it is no formula', async () => {
    const [row] = (await rowsOf(await textOf('csv'))).filter(({ code }) => code === '3.4.4');
    expect(row).toMatchObject({ review: `'${evil}`, rationale: `'${evil}` });
  });

  test('in Word it is no markup', async () => {
    expect(cellsOfDocx(await bytesOf('docx')).join(' ')).toContain('=1+1 &lt;/style&gt;');
  });
});

// A topic as every format shows it: rounded as people read it.
type Shown = { score: string; range: string; coverage: string; agencies: string };
type Report = {
  levels: {
    averaged: boolean;
    topics: {
      code: string;
      score: number | null;
      low: number | null;
      high: number | null;
      coverage: number;
      agencies: number;
      indicators: { code: string; score: number | null }[];
    }[];
  }[];
};

// By whole thousandths, so that 1.95 goes up to 2.0, as on the pages.
function tenth(score: number): string {
  return (Math.floor((Math.round(score * 1000) + 50) / 100) / 10).toFixed(1);
}

function shown(score: number | null): string {
  return score === null ? '–' : tenth(score);
}

function topic(of: {
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number;
  agencies: number;
}): Shown {
  const { score, low, high, coverage, agencies } = of;
  return {
    score: shown(score),
    range: low === null || high === null ? '' : `${tenth(low)} to ${tenth(high)}`,
    coverage: `${Math.round(coverage * 100)}%`,
    agencies: String(agencies),
  };
}

function fromJson(text: string): Map<string, Shown> {
  const { levels } = JSON.parse(text) as Report;
  const averaged = levels.filter((level) => level.averaged);
  return new Map(averaged.flatMap(({ topics }) => topics.map((each) => [each.code, topic(each)])));
}

async function rowsOf(text: string): Promise<Record<string, string>[]> {
  const reader = new TableReader();
  const rows = [...reader.push(text), ...reader.end()].map(({ cells }) => cells);
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

async function fromCsv(text: string): Promise<Map<string, Shown>> {
  const figure = (cell: string | undefined) =>
    cell === undefined || cell === '' ? null : Number(cell);
  const rows = await rowsOf(text);
  return new Map(
    rows
      .filter((row) => row['row'] === 'topic' && row['averaged'] === 'true')
      .map((row) => [
        row['code'] ?? '',
        topic({
          score: figure(row['score']),
          low: figure(row['low']),
          high: figure(row['high']),
          coverage: Number(row['coverage']),
          agencies: Number(row['agencies']),
        }),
      ]),
  );
}

/** All table cells one after another, as text. */
function cellsOfHtml(html: string): readonly string[] {
  return [...html.matchAll(/<(?:th|td|p|li|h3|h2)[^>]*>(.*?)<\/(?:th|td|p|li|h3|h2)>/gs)].map(
    ([, cell = '']) =>
      cell
        .replace(/<[^>]+>/g, '')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  );
}

function cellsOfDocx(file: Buffer): readonly string[] {
  const body = partOfDocx(file, 'word/document.xml');
  return [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
  );
}

/** The rows of the topic tables: a topic's code, then its score, range, coverage and agencies. */
function topicsIn(cells: readonly string[]): Map<string, Shown> {
  return new Map(
    cells.flatMap((cell, at) => {
      const code = /^(T[1-4]\.\d+) /.exec(cell)?.[1];
      const [score = '', range = '', coverage = '', agencies = ''] = cells.slice(at + 1, at + 5);
      if (code === undefined || !/^\d+%$/.test(coverage)) return [];
      return [[code, { score, range: / to /.test(range) ? range : '', coverage, agencies }]];
    }),
  );
}

function indicatorsIn(cells: readonly string[]): Map<string, string> {
  return new Map(
    cells.flatMap((cell, at) => {
      const code = /^(\d\.\d+\.\d+) /.exec(cell)?.[1];
      const score = cells[at + 1] ?? '';
      return code !== undefined && /^(–|\d\.\d)$/.test(score) ? [[code, score] as const] : [];
    }),
  );
}

/** One part of a Word file, found through the zip's directory. */
function partOfDocx(file: Buffer, name: string): string {
  const named = file.lastIndexOf(Buffer.from(name));
  const entry = named - 46;
  const size = file.readUInt32LE(entry + 20);
  const at = file.readUInt32LE(entry + 42);
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + size);
  return (file.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
}
