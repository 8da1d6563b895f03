import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { generator } from '@freehold/core/numeric';
import { pairsIn } from '@freehold/core/release';
import { Codebook, records } from '@freehold/core/table';
import reference from './release-count.reference.json' with { type: 'json' };
import { ran } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'freehold-release-'));
const at = (name: string) => join(folder, name);
const keep = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};
afterAll(() => rmSync(folder, { recursive: true }));

const shared = new URL('../../../shared/data/', import.meta.url).pathname;
const files = {
  nrm: `${shared}uk/nrm-records-2022q2-2023q3.csv`,
  adult: `${shared}adult/adult.csv`,
};

/** Invented records in five groups that fill their columns differently. */
function madeRecords(): string {
  const { next } = generator(20261122);
  const sizes = [3, 8, 40, 1, 1, 12];
  const lines = Array.from({ length: 2000 }, () => {
    const group = next() % 5;
    const cells = sizes.map((size, column) => {
      const value = (((next() % size) + group) % size) + 1;
      const filled = next() % 10 < 9 - ((group * (column + 1)) % 8);
      if (!filled) return '';
      return size === 1 ? String(next() % 2) : `v${value}`;
    });
    return cells.join(',');
  });
  return `${['Kind,Age,Country,Debt,Threats,Year', ...lines].join('\n')}\n`;
}

/** A counts file as the reference sums it up. */
function summed(file: string, length: number) {
  const { records: rows } = records(readFileSync(file, 'utf8'), ',');
  const lines = rows.map(({ cells }) => {
    const pairs = pairsIn(cells['combination'] ?? '') ?? [];
    return Buffer.from(
      `${pairs
        .map((pair) => pair.join(':'))
        .toSorted()
        .join(';')},${cells['count']}`,
    );
  });
  const hash = createHash('sha256');
  for (const [at, line] of lines.toSorted((a, b) => Buffer.compare(a, b)).entries())
    hash.update(at === 0 ? line : Buffer.concat([Buffer.from('\n'), line]));
  const byLength = Array.from(
    { length },
    (_, at) => rows.filter(({ cells }) => cells['length'] === String(at + 1)).length,
  );
  return { byLength, sha256: hash.digest('hex') };
}

describe('freehold release count', () => {
  const made = keep('made.csv', madeRecords());

  test('[RL-1] counts what the peer counts, in order, with a header', async () => {
    const { length, byLength, sha256 } = reference.tables.made;
    const out = at('counts.csv');
    const { status, out: said } = await ran(
      'release',
      'count',
      '--in',
      made,
      '--length',
      '4',
      '--out',
      out,
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(said)).toEqual({
      out,
      rows: 2000,
      rejected: 0,
      columns: 6,
      combinations: 6738,
      lengths: byLength,
    });
    expect(summed(out, length)).toEqual({ byLength, sha256 });
    const [header, ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(header).toBe('length,combination,count');
    const texts = lines.map((line) => Buffer.from(`${line.slice(0, line.lastIndexOf(','))} & `));
    expect(texts.toSorted((a, b) => Buffer.compare(a, b))).toEqual(texts);
  });

  test('[RL-4] two threads write the same bytes as one', async () => {
    for (const threads of ['1', '2'])
      await ran(
        'release',
        'count',
        '--in',
        made,
        '--threads',
        threads,
        '--out',
        at(`t${threads}.csv`),
      );
    expect(readFileSync(at('t2.csv')).equals(readFileSync(at('t1.csv')))).toBe(true);
  });

  test('[RL-3] --k leaves out the rare, and without --out the counts go to standard output', async () => {
    const small = keep('small.csv', 'a,b\nx,1\nx,1\ny,1\n,0\n');
    const { status, out } = await ran(
      'release',
      'count',
      '--in',
      small,
      '--length',
      '2',
      '--k',
      '2',
    );
    expect(status).toBe(0);
    expect(out).toContain('length,combination,count');
    const { out: all } = await ran(
      'release',
      'count',
      '--in',
      small,
      '--length',
      '2',
      '--out',
      at('s.csv'),
    );
    expect(all).toContain('combinations 5');
    expect(readFileSync(at('s.csv'), 'utf8')).toBe(
      'length,combination,count\n1,a=x,2\n1,a=y,1\n1,b=1,3\n2,a=x & b=1,2\n2,a=y & b=1,1\n',
    );
  });

  test.skipIf(!existsSync(files.nrm)).each(['nrm', 'adult'] as const)(
    '[RL-1] real records (%s): the peer’s combinations and counts; skipped where the shared data are absent',
    async (name) => {
      const { length, byLength, sha256 } = reference.tables[name];
      const out = at(`${name}.csv`);
      await ran('release', 'count', '--in', files[name], '--length', String(length), '--out', out);
      expect(summed(out, length)).toEqual({ byLength, sha256 });
    },
  );

  test('[RL-7] a count that cannot fit is refused before it begins', async () => {
    const names = Array.from({ length: 64 }, (_, column) => `c${column}`);
    const rows = Array.from({ length: 400 }, (_, row) =>
      names.map((_, column) => `v${(row * (column + 7)) % 97}`),
    );
    const wide = keep('wide.csv', [names, ...rows].map((row) => row.join()).join('\n'));
    const asked = [
      'release',
      'count',
      '--in',
      wide,
      '--length',
      '4',
      '--memory',
      '64',
      '--out',
      at('no.csv'),
    ];
    const { status, problems } = await ran(...asked, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(problems)).toMatchObject({
      code: 'count-too-large',
      details: { mostBytes: 64 * 2 ** 20 },
    });
    expect(existsSync(at('no.csv'))).toBe(false);
  });

  test('wrong use is said as such', async () => {
    const wrong = await ran(
      'release',
      'count',
      '--in',
      made,
      '--length',
      '5',
      '--threads',
      'x',
      '--json',
    );
    expect([
      wrong.status,
      wrong.problems
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).details.option),
    ]).toEqual([2, ['--length', '--threads']]);
    expect((await ran('release', 'count')).status).toBe(2);
    expect((await ran('release', 'count', '--in', at('nowhere.csv'))).status).toBe(2);
  });
});

describe('files as they come', () => {
  const count = async (name: string, content: string | Uint8Array, ...more: string[]) => {
    const found = await ran(
      'release',
      'count',
      '--in',
      keep(name, content),
      '--length',
      '1',
      '--out',
      at('out.csv'),
      '--json',
      ...more,
    );
    const codes = found.problems
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    return { status: found.status, codes: codes.map(({ code }) => code), problems: codes };
  };
  const written = () => readFileSync(at('out.csv'), 'utf8').split('\n').slice(1, -1);

  test.each([
    ['UTF-8 with a mark, bare CR', Buffer.from('\uFEFFPlace\rMôn\r', 'utf8')],
    ['UTF-16, little end first', Buffer.from('\uFEFFPlace\nMôn\n', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFPlace\nMôn\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Place\r\nM\xf4n\r\n', 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await count('coded.csv', bytes)).toMatchObject({ status: 0 });
    expect(written()).toEqual(['1,Place=Môn,1']);
  });

  test('ragged rows are named by row, and counted around when that is accepted', async () => {
    const ragged = 'a\tb\nx\ty\nx\nx\ty\tz\n';
    const stopped = await count('ragged.tsv', ragged);
    expect([stopped.status, stopped.codes]).toEqual([
      1,
      ['ragged-row', 'ragged-row', 'rows-rejected'],
    ]);
    expect(stopped.problems.map(({ where }) => where.row)).toEqual([3, 4, undefined]);
    expect((await count('ragged.tsv', ragged, '--accept-rejected')).status).toBe(0);
    expect(written()).toEqual(['1,a=x,1', '1,b=y,1']);
  });

  test('a hostile file ends in a problem: a million columns, a cell of 100 MB, NULs, UTF-16 without its mark', async () => {
    const header = `${Array.from({ length: 1_000_000 }, (_, column) => `c${column}`).join()}\n1\n`;
    expect(await count('wide.csv', header)).toMatchObject({
      status: 1,
      codes: ['too-many-columns'],
    });
    const large = Buffer.alloc(100_000_016, 'x');
    large.write('a,b\n1,"');
    expect((await count('large.csv', large)).codes).toEqual(
      expect.arrayContaining(['quote-not-closed', 'cell-too-long']),
    );
    expect(await count('nul.csv', 'a,b\nx\0y,1\n')).toMatchObject({
      status: 1,
      codes: ['nul-character', 'rows-rejected'],
    });
    expect((await count('bare.csv', Buffer.from('a,b\nx,y\n', 'utf16le'))).codes).toContain(
      'nul-character',
    );
    expect(await count('none.csv', '')).toMatchObject({ status: 1, codes: ['no-rows'] });
    expect((await count('same.csv', 'a,a\n1,2\n')).codes).toEqual(['column-repeated']);
  });
});

describe('freehold release plan', () => {
  test.skipIf(!existsSync(files.nrm)).each(['nrm', 'adult'] as const)(
    '[RL-8] real records (%s): as many records at risk as the peer finds; skipped where the shared data are absent',
    async (name) => {
      const { length, byLength, rowsWithRareCombinations } = reference.tables[name];
      await ran(
        'release',
        'plan',
        '--in',
        files[name],
        '--length',
        String(length),
        '--out',
        at('plan.json'),
      );
      const plan = JSON.parse(readFileSync(at('plan.json'), 'utf8'));
      expect(plan.recordsAtRisk).toBe(rowsWithRareCombinations);
      expect(
        plan.lengths.map(({ combinations }: { combinations: number }) => combinations),
      ).toEqual(byLength);
      expect(plan.columns[0].listed.length).toBeGreaterThan(0);
    },
  );

  test('says as a table what each column holds and what is rare in it, and as JSON when asked', async () => {
    // 14 records, k = 10: "one" has 2 of them, alone and with everything; the column's other value none.
    const file = keep('plan.csv', `a,b\n${'x,y\n'.repeat(12)}${'one,y\n'.repeat(2)}`);
    const { out } = await ran('release', 'plan', '--in', file);
    expect(out).toMatch(/^14 records, 2 columns\. Rare is what fewer than 10 have of up to 3/);
    expect(out).toMatch(/^a +category, discovered +2 +100\.0 % +14\.3 % +one \(2, 100\.0 %\)$/m);
    expect(out).toMatch(/^1 +3 +1 +0$/m);
    expect(out).toMatch(/2 of 14 records \(14\.3 %\) are in at least one rare combination/);
    const json = JSON.parse((await ran('release', 'plan', '--in', file, '--json')).out);
    expect(json).toMatchObject({ rows: 14, recordsAtRisk: 2 });
    expect(json.proposedCodebook.columns).toHaveLength(2);
  });

  test('proposes a codebook that can be confirmed, and reads by it', async () => {
    const lines = Array.from({ length: 60 }, (_, row) =>
      [
        `case-${row}`,
        `p${row % 40}`,
        ['9-17', '18-24', '25+'][row % 3],
        row % 4 === 0 ? 'yes' : 'no',
        ['threats;debt', 'debt', 'debt;movement;threats', ''][row % 4],
        row * 3,
        `2022-0${1 + (row % 9)}-${String(1 + (row % 28)).padStart(2, '0')}`,
        ['0', '1', '2'][row % 3],
        `a note of its own about row ${row}`,
      ].join(),
    );
    const file = keep(
      'cases.csv',
      `caseId,personId,age,debt,means,months,seen,gender,note\n${lines.join('\n')}\n`,
    );
    const { status } = await ran(
      'release',
      'plan',
      '--in',
      file,
      '--k',
      '2',
      '--propose',
      at('book.json'),
      '--out',
      at('plan.json'),
    );
    expect(status).toBe(0);
    const book = Codebook.parse(JSON.parse(readFileSync(at('book.json'), 'utf8')));
    expect(book.subject).toBe('personId');
    expect(book.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['caseId', 'left-out'],
      ['age', 'ordered'],
      ['debt', 'flag'],
      ['means', 'multi'],
      ['months', 'number'],
      ['seen', 'date'],
      ['gender', 'category'],
      ['note', 'left-out'],
    ]);
    expect(book.columns[1]).toMatchObject({ values: ['9-17', '18-24', '25+'] });
    expect(book.columns[6]).toMatchObject({ zero: 'value' });
    const free = {
      ...book,
      subject: null,
      columns: [...book.columns, { kind: 'left-out', name: 'personId' }],
    };
    const confirmed = keep('confirmed.json', JSON.stringify(free));
    await ran(
      'release',
      'count',
      '--in',
      file,
      '--codebook',
      confirmed,
      '--length',
      '1',
      '--out',
      at('by.csv'),
    );
    expect(readFileSync(at('by.csv'), 'utf8')).toContain('\n1,means_threats=1,30\n');
    expect(readFileSync(at('by.csv'), 'utf8')).toContain('\n1,gender=0,20\n');
  });
});
