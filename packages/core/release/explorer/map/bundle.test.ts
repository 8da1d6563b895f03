import { expect, test } from 'vitest';
import { manifestOf } from '../../manifest.ts';
import { bundled, bundleFiles, explorerPage, releasedFrom, type ReleaseTexts } from '../index.ts';

const towns = ['Ashford', 'Leeds'];
const made = towns.flatMap((town) => Array.from({ length: 10 }, () => `${town},Albanian`));
const texts: ReleaseTexts = {
  manifest: JSON.stringify(
    manifestOf({
      ...{ madeAt: '2026-01-01T00:00:00Z', madeBy: 'Freehold', method: 'best', k: 5, length: 1 },
      ...{ rows: 20, records: 20, totals: { made: 40, asked: 40 }, unit: 'row' },
      columns: ['town', 'nationality'].map((name) => ({ name, kind: 'category', declared: true })),
      chance: 'system entropy',
    }),
  ),
  synthetic: ['town,nationality', ...made, ''].join('\n'),
  counts: ['length,combination,count', ...towns.map((town) => `1,town=${town},10`), ''].join('\n'),
  codebook: JSON.stringify({
    format: 'freehold-codebook/1',
    subject: null,
    columns: ['town', 'nationality'].map((name) => ({
      kind: 'category',
      name,
      values: 'discover',
    })),
  }),
  ledger: null,
};
const places = JSON.stringify({
  format: 'freehold-places/1',
  source: 'An atlas',
  places: towns.map((name, at) => ({ name, at: [at, 51], rings: [] })),
});

test('[RL-32] a release with places has them as a file, and its page as what it draws', () => {
  const bundle = bundled('Towns', { ...texts, places });
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.problems));
  expect(Object.keys(bundle.value)).toEqual([...bundleFiles, 'places.json']);
  expect(bundle.value['places.json']).toBe(places);
  const held = /id="data">(.*?)<\/script/su.exec(bundle.value['explorer.html'])?.[1] ?? '';
  const { atlas, released } = JSON.parse(held);
  expect(atlas.columns).toEqual([{ column: 0, layer: 'places', at: [0, 1] }]);
  expect(atlas.places).toMatchObject({
    source: 'An atlas',
    shapes: [
      ['Ashford', '0 510000'],
      ['Leeds', '10000 510000'],
    ],
  });
  expect(released.places).toBeNull();
});

test('[RL-32] a release in which nothing is a place has no atlas, and is as small as before', () => {
  const released = releasedFrom(texts);
  if (!released.ok) throw new Error('refused');
  const html = explorerPage(released.value, 'Towns');
  expect(html).toContain('"atlas":null');
  expect(html.length).toBeLessThan(60_000);
});

test('the page may look at pictures that it drew, and at nothing from anywhere', () => {
  const bundle = bundled('Towns', texts);
  if (!bundle.ok) throw new Error('refused');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(
    bundle.value['explorer.html'],
  )?.[1];
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'; img-src blob:; base-uri 'none'; form-action 'none'$/,
  );
});
