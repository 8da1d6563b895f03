import { generator } from '@freehold/core/numeric';
import { csvText, type Codebook } from '@freehold/core/table';

const people = 2600;

/** Made-up records to try the studio with: no row is about anybody. The same at every call. */
export function sampleFile(): File {
  const { next } = generator(2026);
  const drawn = (weighted: Weighted) => draw(weighted, next() / 2 ** 32);
  const rows = Array.from({ length: people }, (_, at) => {
    const kind = drawn(kinds);
    const person = [
      `P${String(at + 1).padStart(5, '0')}`,
      drawn(years),
      drawn(regions),
      drawn(kind === 'Criminal' ? youngAges : ages),
      drawn(kind === 'Sexual' ? mostlyWomen : genders),
      drawn(origins),
      kind,
      drawn(yesOrNo),
      drawn(yesOrNo),
    ];
    // Somebody met twice has two rows, which the studio puts together.
    const times = next() % 10 === 0 ? 2 : 1;
    return Array.from({ length: times }, () => [
      ...person,
      [...new Set([drawn(means), drawn(means)])].join(';'),
    ]);
  }).flat();
  return new File([csvText([header, ...rows])], 'made-up-records.csv', { type: 'text/csv' });
}

/** Whether the made-up records have every column that a codebook keeps. */
export function fitsSample({ columns }: Codebook): boolean {
  return columns.every(({ kind, name }) => kind === 'left-out' || header.includes(name));
}

const header = [
  ...['person_id', 'year', 'region', 'age', 'gender', 'origin', 'exploitation'],
  ...['police_told', 'safe_house', 'means'],
];

type Weighted = readonly (readonly [string, number])[];

const years: Weighted = [
  ['2022', 5],
  ['2023', 6],
  ['2024', 8],
  ['2025', 9],
];
const regions: Weighted = [
  ['North Shore', 9],
  ['Old Town', 7],
  ['Docks', 6],
  ['Hill Farms', 3],
  ['Airport', 2],
  ['Islands', 0.4],
];
const ages: Weighted = [
  ['9 to 17', 3],
  ['18 to 24', 7],
  ['25 to 34', 9],
  ['35 to 49', 6],
  ['50 and over', 2],
  ['', 1],
];
const youngAges: Weighted = [
  ['9 to 17', 12],
  ['18 to 24', 6],
  ['25 to 34', 2],
];
const genders: Weighted = [
  ['Man', 6],
  ['Woman', 4],
  ['Other', 0.1],
];
const mostlyWomen: Weighted = [
  ['Woman', 12],
  ['Man', 1],
  ['Other', 0.2],
];
const origins: Weighted = [
  ['Country A', 12],
  ['Country B', 8],
  ['Country C', 6],
  ['Country D', 4],
  ['Country E', 2],
  ['Country F', 1],
  ['Country G', 0.3],
  ['Country H', 0.1],
];
const kinds: Weighted = [
  ['Labour', 9],
  ['Criminal', 6],
  ['Sexual', 4],
  ['Domestic', 1],
];
const means: Weighted = [
  ['debt', 6],
  ['threats', 5],
  ['papers taken', 4],
  ['wages kept back', 5],
  ['violence', 2],
  ['false promise', 3],
];
const yesOrNo: Weighted = [
  ['yes', 3],
  ['no', 5],
  ['', 2],
];

/** The entry that a share from 0 to 1 of all weights falls on. */
function draw(weighted: Weighted, share: number): string {
  const all = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  const found = weighted.find(([, weight]) => (below += weight) > share * all);
  return found?.[0] ?? weighted.at(-1)?.[0] ?? '';
}
