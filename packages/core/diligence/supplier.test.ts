import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alikeSuppliers,
  countries,
  countryNamed,
  guessedMapping,
  numberKey,
  products,
  productsIn,
  supplierKey,
  SupplierReader,
} from './index.ts';

describe('[DD-2] country, tier and products', () => {
  test('a country is known by its codes, its name and what people call it', () => {
    expect(['GB', 'gbr', 'United Kingdom', 'uk', ' England '].map(countryNamed)).toEqual(
      Array(5).fill('GB'),
    );
    expect(['Côte d’Ivoire', 'Ivory Coast', 'CIV'].map(countryNamed)).toEqual(['CI', 'CI', 'CI']);
    expect([countryNamed(''), countryNamed('Atlantis')]).toEqual(['', null]);
  });

  test('there are the 249 countries of ISO 3166-1, and the 21 sections and 88 divisions of ISIC revision 4', () => {
    expect(countries).toHaveLength(249);
    expect(new Set(countries.map(({ code }) => code)).size).toBe(249);
    expect(products.filter(({ code }) => /^[A-U]$/.test(code))).toHaveLength(21);
    expect(products.filter(({ code }) => /^\d\d$/.test(code))).toHaveLength(88);
  });

  test('products are read as divisions, and what is no code is given back', () => {
    expect(productsIn('01; C10, A | 1012')).toEqual({ codes: ['01', '10', 'A'], unknown: [] });
    expect(productsIn('wearing apparel; 01')).toEqual({ codes: ['14', '01'], unknown: [] });
    const waste = 'Waste collection, treatment and disposal; materials recovery';
    expect(productsIn(waste)).toEqual({ codes: ['38'], unknown: [] });
    expect(productsIn('1; A01.13; B10; shoes; 04')).toEqual({
      codes: ['01'],
      unknown: ['B10', 'shoes', '04'],
    });
  });
});

describe('keys', () => {
  test('a legal form makes no other firm, and a name of nothing else keeps its words', () => {
    const one = ['Avon Fruit Limited', 'The Avon Fruit Co. Ltd', 'AVON FRUIT', 'Avon Fruit GmbH'];
    expect(new Set(one.map(supplierKey))).toEqual(new Set(['avon fruit']));
    expect(supplierKey('Company Limited')).not.toBe('');
    expect([numberKey('01 234-567'), numberKey('sc0012'), numberKey('')]).toEqual([
      '1234567',
      'SC0012',
      '',
    ]);
  });

  test('the key of a key is that key', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (name) => {
        expect(supplierKey(supplierKey(name))).toBe(supplierKey(name));
      }),
    );
  });
});

const header = ['Supplier', 'Company number', 'Country', 'Tier', 'ISIC', 'Workers', 'Site', 'Lat'];
const read = (...rows: readonly (readonly string[])[]) => {
  const reader = new SupplierReader(guessedMapping(header, 'A list'));
  const problems = rows.flatMap((cells, at) =>
    reader.take({
      row: at + 2,
      cells: Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])),
    }),
  );
  return { reader, problems };
};

test('a header of nothing that is known still gives a mapping', () => {
  expect(guessedMapping(['', 'x'.repeat(300)], 'A list').columns.name).toBe('name');
  expect(guessedMapping(['', 'Firma'], 'A list').columns.name).toBe('Firma');
});

describe('[DD-3] rows of a file', () => {
  test('of one name, number and country are one supplier with several sites', () => {
    const { reader, problems } = read(
      ['Avon Fruit Ltd', '123', 'UK', '1', '01', '40', 'Orchard', ''],
      ['AVON FRUIT LIMITED', '0123', 'GB', '1', '01', '40', 'Packhouse', '51.4'],
      ['Avon Fruit Ltd', '124', 'UK', '1', '01', '40', 'Other firm', ''],
    );
    expect(problems).toEqual([]);
    expect(reader.suppliers.map(({ row, sites }) => [row, sites.map(({ name }) => name)])).toEqual([
      [2, ['Orchard', 'Packhouse']],
      [4, ['Other firm']],
    ]);
  });

  test('say what differs from the first row, which stands', () => {
    const { reader, problems } = read(
      ['Avon Fruit', '', 'UK', '1', '01', '40'],
      ['Avon Fruit', '', 'UK', '2', '01', ''],
    );
    expect(problems).toEqual([
      {
        code: 'differs-from-first',
        where: { row: 3, column: 'Tier' },
        details: { text: '2', first: '1', firstRow: 2 },
      },
    ]);
    expect(reader.suppliers[0]?.fields.tier).toBe(1);
    expect(reader.rejected).toBe(0);
  });

  test('tell every fault with its row and column, and are then left out', () => {
    const { reader, problems } = read(
      ['', '', 'UK'],
      ['A', '', 'Atlantis', '11', 'shoes', 'many', '', '91'],
      ['B', '', '', '', '', '1,200', '', ''],
    );
    expect(problems.map(({ code, where }) => [code, where?.row, where?.column])).toEqual([
      ['missing-value', 2, 'Supplier'],
      ['country-unknown', 3, 'Country'],
      ['number-unreadable', 3, 'Workers'],
      ['too-big', 3, 'Tier'],
      ['too-big', 3, 'Lat'],
    ]);
    expect([reader.rows, reader.rejected]).toEqual([3, 2]);
    expect(reader.suppliers[0]?.fields).toMatchObject({ name: 'B', workers: 1200, tier: null });
  });
});

test('[DD-2] a product in a buyer’s own words is told of, and refuses no supplier', () => {
  const { reader, problems } = read(['A', '', 'GB', '1', 'shoes; 10']);
  expect(problems).toEqual([
    { code: 'product-unknown', where: { row: 2, column: 'ISIC' }, details: { text: 'shoes' } },
  ]);
  expect(reader.rejected).toBe(0);
  expect(reader.suppliers[0]?.fields.products).toEqual(['10']);
});

describe('[DD-4] suppliers that may be one', () => {
  const named = (id: string, name: string, companyNumber = '', country = 'GB') => ({
    ...{ id, name, companyNumber, country },
  });

  test('by number, by key and by likeness, and never two with different numbers', () => {
    const found = alikeSuppliers(
      [named('a', 'Avon Fruit Ltd', '123'), named('b', 'Severn Textiles')],
      [
        named('c', 'A F Holdings', '00123'),
        named('d', 'Avon Fruit', ''),
        named('e', 'Severn Textile'),
        named('f', 'Avon Fruit', '999'),
        named('g', 'Nothing of the kind'),
        named('h', 'Severn Textiles', '', 'FR'),
      ],
    );
    expect(found.map(({ one, other, reason }) => [one, other, reason])).toEqual([
      ['c', 'a', 'same-number'],
      ['d', 'a', 'same-name'],
      ['e', 'b', 'like-name'],
      ['f', 'd', 'same-name'],
    ]);
    expect(found.every(({ score }) => score >= 0.85 && score <= 1)).toBe(true);
  });

  test('no pair of two that were there before is made', () => {
    expect(alikeSuppliers([named('a', 'Avon'), named('b', 'Avon')], [])).toEqual([]);
  });
});
