import { z } from '@hono/zod-openapi';
import { spent } from '@freehold/core/privacy';
import {
  AnyManifest,
  noticeOf,
  possibleFiles,
  rowsOf,
  ShownLedger,
} from '@freehold/core/release/explorer';
import type { KeptRelease } from './store.ts';

const text = z.string().min(1);

/**
 * A release as it is sent: its files as texts. A notice and a page may be among them and are written anew here, out of
 * what was checked: no page is kept that somebody else made. What the texts hold is for `check.ts`.
 */
export const NewRelease = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    purpose: z.string().trim().min(1).max(2000),
    files: z.strictObject({
      'synthetic.csv': text,
      'counts.csv': text,
      'manifest.json': text,
      'codebook.json': text,
      'notice.md': z.string().optional(),
      'explorer.html': z.string().optional(),
      'places.json': text.optional(),
    }),
    ledger: ShownLedger.nullable(),
  })
  .openapi('NewRelease');
export type NewRelease = z.infer<typeof NewRelease>;

export const ReleaseFile = z.enum(possibleFiles);
export const Withdrawal = z.strictObject({
  withdrawn: z.boolean(),
  because: z.string().trim().max(1000),
});

/** By how many a count stands for at least, or by what noise allows to tell. */
const Guarantee = z.union([
  z.object({ kind: z.literal('k'), k: z.number() }),
  z.object({ kind: z.literal('private'), epsilon: z.number(), delta: z.number() }),
]);

export const ReleaseListed = z
  .object({
    id: z.string(),
    title: z.string(),
    purpose: z.string(),
    madeAt: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    byName: z.string(),
    guarantee: Guarantee,
    length: z.number(),
    unit: z.enum(['row', 'subject']),
    rows: z.object({ count: z.number(), low: z.number(), high: z.number() }),
    records: z.number(),
    columns: z.number(),
    /** What had been spent of the data set's budget, this release among it; null without a ledger. */
    spent: z.object({ epsilon: z.number(), delta: z.number(), ofEpsilon: z.number() }).nullable(),
    withdrawn: z.object({ at: z.iso.datetime(), because: z.string() }).nullable(),
  })
  .openapi('ReleaseListed');

const NoticePart = z.object({
  title: z.string(),
  text: z.array(z.string()),
  points: z.array(z.string()),
});

export const Release = ReleaseListed.extend({
  notice: z.array(NoticePart),
  columnNames: z.array(z.string()),
  ledger: ShownLedger.nullable(),
  files: z.array(z.object({ name: ReleaseFile, size: z.number() })),
}).openapi('Release');

/** A release as it leaves the house. */
export function listed(kept: KeptRelease): z.infer<typeof ReleaseListed> {
  const { id, title, purpose, at, byName, withdrawnAt, withdrawnBecause } = kept;
  const { manifest, ledger } = readIn(kept);
  return {
    ...{ id, title, purpose, byName },
    madeAt: manifest.madeAt,
    publishedAt: at.toISOString(),
    guarantee: guaranteeOf(manifest),
    ...{ length: manifest.length, unit: manifest.unit, records: manifest.records },
    rows: rowsOf(manifest),
    columns: manifest.columns.length,
    spent: ledger === null ? null : spentIn(ledger),
    withdrawn:
      withdrawnAt === null ? null : { at: withdrawnAt.toISOString(), because: withdrawnBecause },
  };
}

export function shown(
  kept: KeptRelease,
  files: z.infer<typeof Release>['files'],
): z.infer<typeof Release> {
  const { manifest, ledger } = readIn(kept);
  return {
    ...listed(kept),
    notice: noticeOf({ manifest, ledger }).map(({ title, text: sentences, points }) => ({
      ...{ title, text: [...sentences], points: [...points] },
    })),
    columnNames: manifest.columns.map(({ name }) => name),
    ...{ ledger, files },
  };
}

function readIn({ manifest, ledger }: KeptRelease) {
  return {
    manifest: AnyManifest.parse(manifest),
    ledger: ledger === null ? null : ShownLedger.parse(ledger),
  };
}

function guaranteeOf(manifest: AnyManifest): z.infer<typeof Guarantee> {
  if (manifest.method !== 'private') return { kind: 'k', k: manifest.k };
  return { kind: 'private', epsilon: manifest.epsilon, delta: manifest.delta };
}

function spentIn(ledger: ShownLedger): NonNullable<z.infer<typeof ReleaseListed>['spent']> {
  const { epsilon } = spent(ledger);
  return { epsilon, delta: ledger.budget.delta, ofEpsilon: ledger.budget.epsilon };
}
