import { z } from 'zod';
import { generator, sha256 } from '@freehold/core/numeric';
import { charged, shownToPublic, type Ledger } from '@freehold/core/privacy';
import {
  best,
  budgetPlan,
  counted,
  factsOf,
  inputOf,
  madeBy,
  manifestOf,
  privateCounts,
  privateCountsText,
  privateManifestOf,
  privateRecords,
  privateTable,
  protectedCount,
  recordsAsTable,
  recordsText,
  releasedCodebook,
  twinKernel,
  writeCounts,
} from '@freehold/core/release';
import { bundled, type ReleaseTexts } from '@freehold/core/release/explorer';
import type { CodedTable } from '@freehold/core/table';
import type { Work } from '../database/within.ts';
import { addRelease } from '../release/store.ts';
import content from './release.json' with { type: 'json' };
import places from './release-places.json' with { type: 'json' };
import { madeUpRecords } from './release-records.ts';
import type { Setting } from './review.ts';

const Words = z.string().min(1);
const told = { length: z.int(), day: z.int(), title: Words, purpose: Words };

const ByK = z.strictObject({ kind: z.literal('k'), k: z.int(), ...told });
const Private = z.strictObject({
  kind: z.literal('private'),
  ...{ epsilon: z.number(), delta: z.number(), budget: z.number(), approvedBy: z.array(Words) },
  ...told,
});
const Content = z.strictObject({
  people: z.int(),
  columns: z.record(z.string(), z.array(z.tuple([z.string(), z.number()]))),
  leanings: z.array(
    z.strictObject({ column: Words, value: Words, towards: Words, to: Words, times: z.number() }),
  ),
  releases: z.array(z.discriminatedUnion('kind', [ByK, Private])),
});
export type ReleaseContent = z.infer<typeof Content>;

// The records are made up, so a seed gives nobody away; each release says that it has one.
const seed = 7;

/** Writes two releases of the same made-up records: one by k-anonymity, one with noise and a ledger. */
export async function addReleases(
  tx: Work,
  { partnership, calendar, content: { story } }: Setting,
) {
  const found = Content.parse(content);
  const table = madeUpRecords(found, calendar.dataYear + 1);
  for (const release of found.releases) {
    const at = calendar.at(release.day);
    const texts =
      release.kind === 'k' ? textsByK(table, release, at) : privateTexts(table, release, at);
    const { title, purpose } = release;
    const bundle = bundled(title, { ...texts, places: JSON.stringify(places) });
    if (!bundle.ok)
      throw new RangeError(`the example’s release: ${JSON.stringify(bundle.problems)}`);
    await addRelease(tx, {
      ...{ partnership, title, purpose, at, byName: story.coordinator },
      ...{ ledger: texts.ledger, bundle: bundle.value },
    });
  }
}

function textsByK(table: CodedTable, { k, length }: z.infer<typeof ByK>, at: Date): ReleaseTexts {
  const count = (of: CodedTable) => there(counted(inputOf(of), { length, least: 1 }, twinKernel()));
  const truth = count(table);
  const made = there(best(truth, { k }, generator(seed).next));
  if (!made.ok) throw new RangeError(JSON.stringify(made.problems));
  const records = recordsAsTable(table, made.value);
  const facts = factsOf(
    table,
    { truth, own: count(records) },
    {
      ...{
        madeAt: at.toISOString(),
        madeBy,
        method: 'best',
        k,
        length,
        chance: { unsafeSeed: seed },
      },
    },
  );
  const decoder = new TextDecoder();
  let counts = '';
  writeCounts(
    truth,
    table.columns,
    (bytes) => (counts += decoder.decode(bytes, { stream: true })),
    {
      least: k,
      shown: (each) => protectedCount(each, k),
    },
  );
  return { ...written(records, manifestOf(facts)), counts, ledger: null };
}

function privateTexts(table: CodedTable, asked: z.infer<typeof Private>, at: Date): ReleaseTexts {
  const { epsilon, delta, length } = asked;
  const settings = { epsilon, delta, length };
  const { next } = generator(seed);
  const counts = there(privateCounts(table, settings, next));
  if (!counts.ok) throw new RangeError(JSON.stringify(counts.problems));
  const records = privateTable(counts.value, there(privateRecords(counts.value, next)), table);
  const manifest = privateManifestOf({
    ...{ settings, table, counts: counts.value, ledger: true, madeBy },
    ...{ madeAt: at.toISOString(), chance: { unsafeSeed: seed } },
  });
  const ledger = ledgerFor(asked, at);
  return { ...written(records, manifest), counts: privateCountsText(counts.value), ledger };
}

function ledgerFor(
  { epsilon, delta, length, budget, approvedBy, purpose }: z.infer<typeof Private>,
  at: Date,
) {
  const { rho } = budgetPlan({ epsilon, delta, length }, false);
  const fresh: Ledger = {
    ...{ format: 'freehold-ledger-1', dataSet: 'made-up-harbourside', salt: '', fingerprint: '' },
    budget: { epsilon: budget, delta, approvals: 2 },
    lines: [],
  };
  const charge = {
    at: at.toISOString(),
    kind: 'release',
    rho,
    delta: 0,
    purpose,
    approvedBy,
  } as const;
  const mechanism = `Counts of up to ${length} values with discrete Gaussian noise, and records made of them`;
  const ledger = charged(fresh, { ...charge, mechanism }, sha256);
  if (!ledger.ok) throw new RangeError(JSON.stringify(ledger.problems));
  return shownToPublic(ledger.value);
}

function written(records: CodedTable, manifest: object) {
  return {
    synthetic: recordsText(records),
    manifest: `${JSON.stringify(manifest, null, 2)}\n`,
    codebook: `${JSON.stringify(
      releasedCodebook(records.columns, () => true),
      null,
      2,
    )}\n`,
  };
}

/** What was not stopped. */
function there<T>(value: T | null): T {
  if (value === null) throw new RangeError('nobody stops the example');
  return value;
}
