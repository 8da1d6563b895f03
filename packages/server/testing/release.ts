import { manifestOf, pairText } from '@freehold/core/release';
import { csvText } from '@freehold/core/table';

/** A small release, by hand: 20 made records of two columns, counts of five and more. `word` stands in every text. */
export function smallRelease(word: string) {
  const [place, age] = [`${word} place`, `${word} age`];
  const [north, south] = [`${word} north`, `${word} south`];
  const manifest = manifestOf({
    ...{ madeAt: '2026-03-01T09:00:00Z', madeBy: `${word} 0.1.0`, method: 'best', k: 5, length: 2 },
    ...{ rows: 20, records: 20, totals: { made: 40, asked: 40 }, unit: 'subject' },
    columns: [place, age].map((name) => ({ name, kind: 'category', declared: true })),
    chance: 'system entropy',
  });
  const records = [
    ...Array.from({ length: 12 }, () => [north, 'young']),
    ...Array.from({ length: 8 }, () => [south, 'old']),
  ];
  const isNorth = pairText(place, north);
  const counts = [
    [1, isNorth, 10],
    [1, pairText(place, south), 5],
    [1, pairText(age, 'young'), 10],
    [1, pairText(age, 'old'), 5],
    [2, `${isNorth} & ${pairText(age, 'young')}`, 10],
  ];
  const codebook = {
    format: 'freehold-codebook/1',
    subject: null,
    columns: [place, age].map((name) => ({ kind: 'category', name, values: 'discover' })),
  };
  return {
    title: `${word} release`,
    purpose: `${word} purpose`,
    files: {
      'synthetic.csv': csvText([[place, age], ...records]),
      'counts.csv': csvText([['length', 'combination', 'count'], ...counts]),
      'manifest.json': JSON.stringify(manifest),
      'codebook.json': JSON.stringify(codebook),
    },
    ledger: smallLedger(word),
  };
}

/** What the public sees of a ledger with one charge that its budget has room for. */
export function smallLedger(word: string) {
  const line = { seq: 1, at: '2026-03-01T09:00:00Z', kind: 'release' as const };
  const cost = { rho: 0.01, delta: 0, mechanism: `${word} noise`, purpose: `${word} why` };
  return {
    dataSet: `${word}-data-set`,
    budget: { epsilon: 2, delta: 1e-6, approvals: 1 },
    lines: [{ ...line, ...cost, approvedBy: [`${word} approver`], hash: 'a'.repeat(64) }],
  };
}
