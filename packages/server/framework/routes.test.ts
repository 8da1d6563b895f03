import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Framework,
  fromJson,
  fromSheets,
  proposedMapping,
  toJson,
  toSheets,
  viewOf,
} from '@freehold/core/framework';
import { z } from 'zod';
import { asInstallation } from '../database/within.ts';
import { shipped } from '../testing/framework.ts';
import { stage, type Stage } from '../testing/stage.ts';
import { shipFramework } from './ship.ts';
import { readWorkbook, writeWorkbook } from './workbook.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.house.close());

const Draft = z.object({ id: z.string(), code: z.string(), version: z.number() });

describe('the list', () => {
  test('has the shared framework, with its statement and its counts', async () => {
    const answer = await get('/frameworks', on.coordinator);
    expect(await answer.json()).toMatchObject({
      frameworks: [
        {
          id: expect.any(String),
          code: 'default-resilience',
          title: 'Default resilience framework v1',
          shared: true,
          versions: [
            {
              id: on.version,
              version: 1,
              state: 'published',
              shared: true,
              statement: shipped.statement,
              topics: 28,
              indicators: 119,
              publishedAt: '2026-03-02T10:00:00.000Z',
            },
          ],
        },
      ],
    });
  });

  test('asks the database once, however many frameworks there are', async () => {
    on.house.statements();
    await get('/frameworks', on.coordinator);
    const queries = on.house.statements().filter((each) => each.includes('framework'));
    expect(queries).toHaveLength(1);
  });
});

describe('an import', () => {
  test('[FW-8] makes a draft of the partnership’s own with the next number; the shared one stays', async () => {
    const framework = { ...shipped, code: 'eights' };
    const first = await drafted(framework);
    const second = await drafted(framework);
    expect([first.version, second.version]).toEqual([1, 2]);
    const shown = await (await get(`/framework-versions/${second.id}`, on.coordinator)).json();
    expect(shown).toMatchObject({
      state: 'draft',
      version: 2,
      shared: false,
      framework: { version: 2 },
    });
    const third = await drafted(shipped);
    expect(third).toMatchObject({ code: 'default-resilience', version: 2 });
    const shared = await (await get(`/framework-versions/${on.version}`, on.coordinator)).json();
    expect(shared).toMatchObject({ version: 1, shared: true, framework: shipped });
  });

  test('[FW-2] with faults is refused whole, with sheet, row and column of each', async () => {
    const sheets = toSheets(shipped).map((sheet) =>
      sheet.name === 'indicators'
        ? {
            ...sheet,
            rows: sheet.rows.map((cells, at) =>
              at === 4
                ? cells.map((cell, column) => (column === 5 ? 'guess' : column === 8 ? 'x' : cell))
                : cells,
            ),
          }
        : sheet,
    );
    const before = await counted();
    const answer = await upload('faults.xlsx', await writeWorkbook(sheets), on.coordinator);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      problems: [
        {
          code: 'not-one-of',
          where: { sheet: 'indicators', row: 5, column: 'kind' },
          details: { found: 'guess' },
        },
        { code: 'not-a-number', where: { sheet: 'indicators', row: 5, column: 'weight' } },
      ],
    });
    expect(await counted()).toBe(before);
  });

  test.each([
    ['empty.json', '', 'file-empty'],
    ['half.json', '{"format":', 'not-json'],
    ['other.json', '{}', 'wrong-type'],
    ['latin.json', new Uint8Array([0x22, 0xe9, 0x22]), 'not-utf-8'],
    ['notes.docx', 'hello', 'file-type'],
    ['fake.xlsx', 'code,title', 'not-a-zip'],
  ])('of %s is refused', async (name, body, code) => {
    const answer = await upload(name, body, on.coordinator);
    expect(answer.status).toBe(422);
    expect(await codesOf(answer)).toContain(code);
  });

  test('of more than ten megabytes is refused', async () => {
    const answer = await upload('large.json', new Uint8Array(10 * 1024 * 1024 + 1), on.coordinator);
    expect([answer.status, await codesOf(answer)]).toEqual([413, ['too-large']]);
  });

  test('with more faults than anybody reads counts the rest', async () => {
    const broken = {
      ...shipped,
      sources: Array.from({ length: 1500 }, () => ({
        tag: '',
        citation: 'x',
        url: '',
        read: 'part',
      })),
    };
    const answer = await upload('many.json', JSON.stringify(broken), on.coordinator);
    const { problems } = z
      .object({
        problems: z.array(z.object({ code: z.string(), details: z.unknown().optional() })),
      })
      .parse(await answer.json());
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toEqual({ code: 'more-problems', details: { count: 500 } });
  });

  test('at the same time gives two numbers', async () => {
    const framework = { ...shipped, code: 'at-once' };
    const both = await Promise.all([drafted(framework), drafted(framework)]);
    expect(new Set(both.map(({ version }) => version))).toEqual(new Set([1, 2]));
  });
});

describe('an export', () => {
  test('[FW-1] comes back through an import as it was, by JSON and by XLSX', async () => {
    for (const format of ['json', 'xlsx'] as const) {
      const answer = await get(
        `/framework-versions/${on.version}/export?format=${format}`,
        on.coordinator,
      );
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="default-resilience-v1.${format}"`,
      );
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const sent = await upload(
        `${encodeURIComponent('Größe 1')}.${format}`,
        bytes,
        on.coordinator,
      );
      const { id, version } = Draft.parse(await sent.json());
      const shown = z
        .object({ framework: Framework })
        .parse(await (await get(`/framework-versions/${id}`, on.coordinator)).json());
      expect(shown.framework).toEqual({ ...shipped, version });
      const again = await get(`/framework-versions/${id}/export?format=json`, on.coordinator);
      expect(fromJson(await again.text())).toEqual({ ok: true, value: { ...shipped, version } });
    }
  });

  test('can be what one profile asks', async () => {
    const at = `/framework-versions/${on.version}/export`;
    const json = await get(`${at}?format=json&profile=starter`, on.coordinator);
    expect(await json.text()).toBe(toJson(viewOf(shipped, 'starter') ?? shipped));
    expect(json.headers.get('content-disposition')).toContain('default-resilience-v1-starter.json');
    const xlsx = await get(`${at}?format=xlsx&profile=community`, on.coordinator);
    const sheets = await readWorkbook(new Uint8Array(await xlsx.arrayBuffer()));
    expect(sheets.ok && fromSheets(sheets.value)).toEqual({
      ok: true,
      value: viewOf(shipped, 'community'),
    });
  });

  test('of a profile or a format that is not there is refused', async () => {
    const at = `/framework-versions/${on.version}/export`;
    const none = await get(`${at}?format=json&profile=nobody`, on.coordinator);
    expect([none.status, await codesOf(none)]).toEqual([422, ['unknown-profile']]);
    expect((await get(`${at}?format=pdf`, on.coordinator)).status).toBe(422);
  });
});

describe('a version', () => {
  test('[FW-7] goes from draft to published to retired, and never back', async () => {
    const { id } = await drafted({ ...shipped, code: 'states', title: 'States' });
    expect((await post(`/framework-versions/${id}/retire`)).status).toBe(409);
    expect((await post(`/framework-versions/${id}/publish`)).status).toBe(200);
    for (const again of [await post(`/framework-versions/${id}/publish`), await remove(id)])
      expect([again.status, await codesOf(again)]).toEqual([409, ['version-published']]);
    expect(await (await get(`/framework-versions/${id}`, on.coordinator)).json()).toMatchObject({
      state: 'published',
      publishedAt: '2026-03-02T10:00:00.000Z',
    });
    expect((await post(`/framework-versions/${id}/retire`)).status).toBe(200);
    for (const again of [
      await post(`/framework-versions/${id}/publish`),
      await remove(id),
      await post(`/framework-versions/${id}/retire`),
    ])
      expect([again.status, await codesOf(again)]).toEqual([409, ['version-retired']]);
  });

  test('gives its title to the framework once it is published', async () => {
    await drafted({ ...shipped, code: 'titles', title: 'First title' });
    const { id } = await drafted({ ...shipped, code: 'titles', title: 'Second title' });
    expect(await titleOf('titles')).toBe('First title');
    await post(`/framework-versions/${id}/publish`);
    expect(await titleOf('titles')).toBe('Second title');
  });

  test('that is a draft can be deleted, and takes a framework that has no other along', async () => {
    const { id } = await drafted({ ...shipped, code: 'deleted' });
    expect((await remove(id)).status).toBe(200);
    expect((await get(`/framework-versions/${id}`, on.coordinator)).status).toBe(404);
    expect(await titleOf('deleted')).toBeNull();
  });

  test('that everybody shares is not one partnership’s to change', async () => {
    for (const answer of [
      await post(`/framework-versions/${on.version}/retire`),
      await remove(on.version),
    ])
      expect([answer.status, await codesOf(answer)]).toEqual([409, ['version-shared']]);
  });
});

describe('a mapping', () => {
  test('is proposed, judged, kept and shown as kept', async () => {
    const changed = titled('1.1.4', 'Emergency help with no public funds');
    const { id } = await drafted(changed);
    const at = `/framework-mappings?from=${on.version}&to=${id}`;
    const proposed = Shown.parse(await (await get(at, on.coordinator)).json());
    expect(proposed.kept).toBe(false);
    const row = proposed.mapping.rows.find(({ from }) => from === '1.1.4');
    expect(row).toMatchObject({ to: '1.1.4', verdict: 'cannot-compare', changed: ['title'] });
    expect([proposed.titles.from['1.1.4'], proposed.titles.to['1.1.4']]).toEqual([
      'Emergency help without recourse to public funds',
      'Emergency help with no public funds',
    ]);
    const judged = {
      ...proposed.mapping,
      rows: proposed.mapping.rows.map((each) =>
        each === row ? { ...each, verdict: 'same', note: 'Only reworded.' } : each,
      ),
    };
    const kept = await on.house.call(on.path(at), {
      method: 'PUT',
      cookie: on.coordinator,
      json: judged,
    });
    expect(kept.status).toBe(200);
    const shown = Shown.parse(await (await get(at, on.coordinator)).json());
    expect(shown).toMatchObject({ kept: true, mapping: judged });
  });

  test('[FW-6] without the reason for another verdict is refused', async () => {
    const { id } = await drafted(titled('1.1.4', 'Another title'));
    const at = `/framework-mappings?from=${on.version}&to=${id}`;
    const { mapping } = Shown.parse(await (await get(at, on.coordinator)).json());
    const rows = mapping.rows.map((each) =>
      each.from === '1.1.4' ? { ...each, verdict: 'same' } : each,
    );
    const answer = await on.house.call(on.path(at), {
      method: 'PUT',
      cookie: on.coordinator,
      json: { ...mapping, rows },
    });
    expect([answer.status, await codesOf(answer)]).toEqual([422, ['note-needed']]);
  });

  test('between versions that everybody shares is not one partnership’s to keep', async () => {
    const answer = await on.house.call(
      on.path(`/framework-mappings?from=${on.version}&to=${on.version}`),
      {
        method: 'PUT',
        cookie: on.coordinator,
        json: proposedMapping(shipped, shipped),
      },
    );
    expect([answer.status, await codesOf(answer)]).toEqual([409, ['version-shared']]);
  });
});

describe('the walls', () => {
  test('signed out, nothing is answered; to another partnership nothing is there', async () => {
    const { id } = await drafted({ ...shipped, code: 'walls' });
    const asked: readonly (readonly [string, string])[] = [
      ['GET', '/frameworks'],
      ['POST', '/frameworks/import'],
      ['GET', `/framework-versions/${id}`],
      ['POST', `/framework-versions/${id}/publish`],
      ['POST', `/framework-versions/${id}/retire`],
      ['DELETE', `/framework-versions/${id}`],
      ['GET', `/framework-versions/${id}/export?format=json`],
      ['GET', `/framework-mappings?from=${id}&to=${id}`],
    ];
    for (const [method, path] of asked) {
      const signedOut = await on.house.call(on.path(path), { method });
      expect([method, path, signedOut.status]).toEqual([method, path, 401]);
      const stranger = await on.house.call(on.path(path), { method, cookie: on.stranger });
      expect([method, path, stranger.status]).toEqual([method, path, 404]);
    }
  });

  test('a partnership sees and changes nothing of another through its own paths', async () => {
    const { id } = await drafted({ ...shipped, code: 'hidden' });
    const other = await on.house.makePartnership('Elsewhere');
    const cookie = await on.house.signIn(other);
    const at = (rest: string) => `/api/partnerships/${other}${rest}`;
    const list = await (await on.house.call(at('/frameworks'), { cookie })).text();
    expect(list).not.toContain(id);
    for (const [method, path] of [
      ['GET', `/framework-versions/${id}`],
      ['POST', `/framework-versions/${id}/publish`],
      ['DELETE', `/framework-versions/${id}`],
      ['GET', `/framework-versions/${id}/export?format=xlsx`],
      ['GET', `/framework-mappings?from=${on.version}&to=${id}`],
    ] as const)
      expect((await on.house.call(at(path), { method, cookie })).status).toBe(404);
    const sent = await on.house.call(at('/frameworks/import'), {
      method: 'POST',
      cookie,
      body: toJson({ ...shipped, code: 'hidden' }),
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'hidden.json' },
    });
    expect(await sent.json()).toMatchObject({ version: 1 });
  });

  test('members read; only co-ordinators import, publish, retire, delete and keep mappings', async () => {
    const { id } = await drafted({ ...shipped, code: 'roles' });
    for (const role of ['member', 'analyst', 'chair', 'researcher'] as const) {
      const cookie = await on.as(role);
      expect((await get('/frameworks', cookie)).status).toBe(200);
      expect((await get(`/framework-versions/${id}`, cookie)).status).toBe(200);
      const refused = [
        await upload('f.json', toJson(shipped), cookie),
        await post(`/framework-versions/${id}/publish`, cookie),
        await post(`/framework-versions/${id}/retire`, cookie),
        await remove(id, cookie),
        await on.house.call(on.path(`/framework-mappings?from=${on.version}&to=${id}`), {
          method: 'PUT',
          cookie,
          json: proposedMapping(shipped, { ...shipped, code: 'roles' }),
        }),
      ];
      for (const answer of refused)
        expect([answer.status, await codesOf(answer)]).toEqual([403, ['not-allowed']]);
    }
  });
});

describe('the framework that comes with Freehold', () => {
  test('[FW-7] is put in once, and stays as it was published', async () => {
    const { database } = on.house;
    const content = () =>
      asInstallation(database, (tx) =>
        tx
          .selectFrom('framework_version')
          .where('id', '=', on.version)
          .select(['content', 'published_at'])
          .executeTakeFirstOrThrow(),
      );
    const before = await content();
    await shipFramework(database, new Date('2030-01-01'));
    await shipFramework(database, new Date('2031-01-01'));
    expect(await content()).toEqual(before);
    const { frameworks } = await list();
    expect(frameworks.filter(({ shared }) => shared)).toHaveLength(1);
  });

  test('is there for every partnership of a new installation', async () => {
    const { testHouse } = await import('../testing/house.ts');
    const house = await testHouse();
    await shipFramework(house.database, new Date('2026-01-05T09:00:00Z'));
    const ours = await house.makePartnership('New');
    const cookie = await house.signIn(ours, 'member');
    const answer = await house.call(`/api/partnerships/${ours}/frameworks`, { cookie });
    expect(await answer.json()).toMatchObject({
      frameworks: [
        { shared: true, versions: [{ version: 1, state: 'published', indicators: 119 }] },
      ],
    });
    await house.close();
  });
});

const Shown = z.object({
  kept: z.boolean(),
  mapping: z.object({
    from: z.unknown(),
    to: z.unknown(),
    rows: z.array(z.object({ from: z.string().nullable() }).loose()),
  }),
  titles: z.object({
    from: z.record(z.string(), z.string()),
    to: z.record(z.string(), z.string()),
  }),
});

function get(path: string, cookie: string) {
  return on.house.call(on.path(path), { cookie });
}

function post(path: string, cookie = on.coordinator) {
  return on.house.call(on.path(path), { method: 'POST', cookie });
}

function remove(id: string, cookie = on.coordinator) {
  return on.house.call(on.path(`/framework-versions/${id}`), { method: 'DELETE', cookie });
}

function upload(name: string, body: string | Uint8Array<ArrayBuffer>, cookie: string) {
  return on.house.call(on.path('/frameworks/import'), {
    method: 'POST',
    cookie,
    body,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': name },
  });
}

async function drafted(framework: Framework) {
  const answer = await upload('framework.json', toJson(framework), on.coordinator);
  return Draft.parse(await answer.json());
}

async function codesOf(answer: Response): Promise<readonly string[]> {
  const { problems } = z
    .object({ problems: z.array(z.object({ code: z.string() })) })
    .parse(await answer.json());
  return problems.map(({ code }) => code);
}

async function list() {
  const answer = await get('/frameworks', on.coordinator);
  return z
    .object({
      frameworks: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          shared: z.boolean(),
          versions: z.array(z.unknown()),
        }),
      ),
    })
    .parse(await answer.json());
}

async function counted(): Promise<number> {
  return (await list()).frameworks.flatMap(({ versions }) => versions).length;
}

async function titleOf(code: string): Promise<string | null> {
  const { frameworks } = await list();
  return frameworks.find((each) => each.code === code)?.title ?? null;
}

function titled(code: string, title: string): Framework {
  return {
    ...shipped,
    code: `for-${title.length}`,
    levels: shipped.levels.map((level) => ({
      ...level,
      topics: level.topics.map((topic) => ({
        ...topic,
        indicators: topic.indicators.map((each) =>
          each.code === code ? { ...each, title } : each,
        ),
      })),
    })),
  };
}
