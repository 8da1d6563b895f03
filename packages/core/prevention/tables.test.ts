import { describe, expect, test } from 'vitest';
import { csvText, records } from '../table/index.ts';
import { interventionsFrom, interventionTable, newOnes } from './intervention-table.ts';
import { Intervention } from './intervention.ts';
import { shippedTypes } from './shipped.ts';
import { changedTypes, typesFrom, typeTable } from './type-table.ts';

const named = { types: shippedTypes.types, places: new Map([['harbourside', 'p1']]) };
const where = (problems: readonly { code: string; where?: object }[]) =>
  problems.map(({ code, where: at }) => ({ code, ...at }));

describe('[PV-10] a list of types', () => {
  test('comes back as it was written', () => {
    const text = csvText(typeTable(shippedTypes));
    expect(typesFrom(records(text))).toEqual({ types: shippedTypes.types, problems: [] });
  });

  test('may go by both labels of a pathway and by initials of timings', () => {
    const text =
      'Code,Label,Class,Status,Pathways,Pathways status,Timing\n' +
      'art,Art workshops,programme,proposed,critical literacy; Power and control,PROPOSED,B; r\n';
    expect(typesFrom(records(text)).types).toMatchObject([
      { pathways: ['LITERACY', 'POWER'], timing: ['before', 're-trafficking'], topics: [] },
    ]);
  });

  test('names every fault with its row and column', () => {
    const text =
      'code,label,class,status,pathways,pathways status,timing\n' +
      'art,Art,programme,PROPOSED,LITERACY,PROPOSED,B\n' +
      'art,,poetry,PROPOSED,LITERACY,PROPOSED,never\n' +
      'art,Again,programme,PROPOSED,LITERACY,PROPOSED,T\n';
    expect(where(typesFrom(records(text)).problems)).toEqual([
      { code: 'missing-value', row: 3, column: 'label' },
      { code: 'type-repeated', row: 4, column: 'code' },
    ]);
    const filled = text.replace('art,,', 'verse,Verse,');
    expect(where(typesFrom(records(filled)).problems)).toEqual([
      { code: 'not-one-of', row: 3, column: 'class' },
      { code: 'not-one-of', row: 3, column: 'timing' },
      { code: 'type-repeated', row: 4, column: 'code' },
    ]);
    expect(where(typesFrom(records('code\nart\n')).problems)).toContainEqual({
      code: 'column-missing',
      row: 1,
      column: 'label',
    });
    const [head = ''] = text.split('\n');
    expect(where(typesFrom(records(head)).problems)).toEqual([{ code: 'no-rows' }]);
  });

  test('says what it would change', () => {
    const [first, second, ...rest] = shippedTypes.types;
    if (first === undefined || second === undefined) throw new RangeError('no types');
    const after = [{ ...second, label: 'Another label' }, ...rest, { ...first, code: 'new' }];
    expect(changedTypes(shippedTypes.types, after)).toEqual({
      added: ['new'],
      gone: [first.code],
      changed: [second.code],
    });
  });
});

describe('[PV-10] a table of interventions', () => {
  const whole = Intervention.parse({
    ...{ name: 'Harbour helpline', type: 'helpline', pathways: ['LITERACY', 'DETER'] },
    ...{ timing: ['early'], status: 'running', level: 'population', layer: 'service-delivery' },
    ...{ sixCs: ['coherent'], lead: 'Haven', partners: ['Police; county', 'Union'] },
    ...{ places: ['p1'], exploitation: 'labour', people: 'Farm workers', note: 'Two lines\nhere' },
    ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', budget: 1200.5, funder: 'The trust' },
    ...{ reachTarget: 40, reachActual: 12, evaluation: 'Before and after', evaluationSms: 2 },
    principles: [
      { title: 'Avoiding harm comes first', met: true, note: 'checked; twice' },
      { title: 'Our own row', met: null, note: '' },
    ],
    ...{ risksOfHarm: 'Being seen', gaps: ['g1'], claims: ['c1'], actions: ['a1'] },
  });

  test('comes back as it was written', () => {
    const text = csvText(interventionTable([whole], () => 'Harbourside'));
    const { rows, problems } = interventionsFrom(records(text), named);
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ row: 2, value: whole }]);
  });

  test('what is there already is not new, and neither is a row that comes twice', () => {
    const rows = [whole, { ...whole, name: 'Another' }, { ...whole, name: 'another ' }].map(
      (value, at) => ({ row: at + 2, value }),
    );
    expect(newOnes(rows, [whole]).map(({ row }) => row)).toEqual([3]);
  });

  test('names every fault with its row and column', () => {
    const text =
      'name,type,pathways,timing,places,budget,starts on,ends on\n' +
      'A,Helpline or digital reporting tool,LITERACY,early,Harbourside,"1,200",,\n' +
      'B,magic,LITERACY,early,Atlantis,much,,\n' +
      'C,helpline,,early,,,,\n' +
      'D,helpline,DETER,early,,,2026-02-01,2026-01-01\n';
    const { rows, problems } = interventionsFrom(records(text), named);
    expect(rows.map(({ value }) => [value.type, value.places, value.budget])).toEqual([
      ['helpline', ['p1'], 1200],
    ]);
    expect(where(problems)).toEqual([
      { code: 'type-unknown', row: 3, column: 'type' },
      { code: 'place-unknown', row: 3, column: 'places' },
      { code: 'not-a-number', row: 3, column: 'budget' },
      { code: 'missing-value', row: 4, column: 'pathways' },
      { code: 'ends-before-start', row: 5, column: 'ends on' },
    ]);
  });
});
