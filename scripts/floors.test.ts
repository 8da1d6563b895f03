import { expect, test } from 'vitest';
import { broken } from './floors.ts';

const file = (path: string, text: string) => ({ path: `packages/${path}`, text });

test('an import that goes up is named in a sentence', () => {
  expect(broken([file('core/evidence/map.ts', "import { a } from '../review/score.ts';")])).toEqual(
    [
      '"packages/core/evidence/map.ts" may not import "packages/core/review/score.ts": evidence is below review',
    ],
  );
});

test('an import that goes down is fine', () => {
  expect(
    broken([file('core/review/score.ts', "import { a } from '../numeric/index.ts';")]),
  ).toEqual([]);
});

test('core takes nothing from Node', () => {
  expect(broken([file('core/review/score.ts', "import fs from 'node:fs';")])).toHaveLength(1);
});

test('the web takes types of the server, never values', () => {
  expect(broken([file('web/api.ts', "import type { Api } from '@freehold/server/api';")])).toEqual(
    [],
  );
  expect(broken([file('web/api.ts', "import { app } from '@freehold/server/api';")])).toHaveLength(
    1,
  );
});

test('a circle by value is found; a circle by type is not one', () => {
  const circle = [
    file('core/review/a.ts', "import { b } from './b.ts';"),
    file('core/review/b.ts', "import { a } from './a.ts';"),
  ];
  expect(broken(circle)).toHaveLength(1);
  const typed = [circle[0], file('core/review/b.ts', "import type { a } from './a.ts';")].filter(
    (each) => each !== undefined,
  );
  expect(broken(typed)).toEqual([]);
});
