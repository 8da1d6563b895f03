import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import type { Bundle, BundleFile, ShownLedger } from '@freehold/core/release/explorer';
import { possibleFiles } from '@freehold/core/release/explorer';
import type { Work } from '../database/within.ts';

/** A release as it is kept; `manifest` and `ledger` as JSON that the schemas of core read. */
export type KeptRelease = {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly manifest: unknown;
  readonly ledger: unknown;
  readonly byName: string;
  readonly at: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBecause: string;
};

const columns = [
  ...(['id', 'title', 'purpose', 'manifest', 'ledger', 'by_name as byName', 'at'] as const),
  ...(['withdrawn_at as withdrawnAt', 'withdrawn_because as withdrawnBecause'] as const),
] as const;

/** All releases, withdrawn ones too, the newest first. */
export function releasesOf(tx: Work): Promise<readonly KeptRelease[]> {
  return tx
    .selectFrom('release')
    .select(columns)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function releaseOf(tx: Work, id: string): Promise<KeptRelease | null> {
  const row = await tx
    .selectFrom('release')
    .where('id', '=', id)
    .select(columns)
    .executeTakeFirst();
  return row ?? null;
}

/** Names and sizes of a release's files in the order of a bundle. */
export async function filesOf(tx: Work, release: string) {
  const rows = await tx
    .selectFrom('release_file')
    .where('release_id', '=', release)
    .select(['name', 'size'])
    .execute();
  return possibleFiles.flatMap((name) =>
    rows.filter((each) => each.name === name).map(({ size }) => ({ name, size })),
  );
}

/** A file's text and whether its release was withdrawn; null where there is none. */
export async function fileOf(tx: Work, release: string, name: BundleFile) {
  const row = await tx
    .selectFrom('release_file as f')
    .innerJoin('release as r', 'r.id', 'f.release_id')
    .where('f.release_id', '=', release)
    .where('f.name', '=', name)
    .select(['f.content', 'r.withdrawn_at as withdrawnAt'])
    .executeTakeFirst();
  return row ?? null;
}

export type NewRelease = {
  readonly partnership: string;
  readonly title: string;
  readonly purpose: string;
  readonly byName: string;
  readonly at: Date;
  readonly ledger: ShownLedger | null;
  readonly bundle: Files;
};

/** As they were sent, with what was written about them. */
type Files = Omit<Bundle, 'places.json'> & { readonly 'places.json'?: string | undefined };

/** Keeps a release with its files; null where the very same records and counts are there already. */
export async function addRelease(tx: Work, release: NewRelease): Promise<string | null> {
  const { partnership, title, purpose, byName, at, ledger, bundle } = release;
  const row = await tx
    .insertInto('release')
    .values({
      ...{ partnership_id: partnership, title, purpose, by_name: byName, at },
      manifest: bundle['manifest.json'],
      ledger: ledger === null ? null : JSON.stringify(ledger),
      sha256: hashOf(bundle),
    })
    .onConflict((conflict) => conflict.columns(['partnership_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return null;
  const files = possibleFiles.flatMap((name) => {
    const content = bundle[name];
    if (content === undefined) return [];
    const at = { partnership_id: partnership, release_id: row.id };
    return [{ ...at, name, content, size: Buffer.byteLength(content) }];
  });
  await tx.insertInto('release_file').values(files).execute();
  return row.id;
}

/** Withdraws a release or takes that back; false where there is none. */
export async function withdraw(
  tx: Work,
  release: string,
  { at, because }: { readonly at: Date | null; readonly because: string },
): Promise<boolean> {
  const { rows } = await sql`update release set withdrawn_at = ${at}, withdrawn_because = ${because}
    where id = ${release} returning id`.execute(tx);
  return rows.length > 0;
}

function hashOf(bundle: Files): string {
  const hash = createHash('sha256');
  for (const name of ['manifest.json', 'counts.csv', 'synthetic.csv'] as const)
    hash.update(`${Buffer.byteLength(bundle[name])}:`).update(bundle[name]);
  return hash.digest('hex');
}
