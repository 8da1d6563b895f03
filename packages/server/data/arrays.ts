import { sql, type RawBuilder } from 'kysely';

// Lists as PostgreSQL array literals, so that one parameter carries thousands of values alike on every driver.

/** Null members stay null; the others are written as they are. */
export function array(items: readonly (string | null)[]): string {
  return `{${items.map((each) => each ?? 'NULL').join(',')}}`;
}

/** A text as a member of an array. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, (each) => `\\${each}`)}"`;
}

/** Texts as an array that SQL reads. */
export function texts(items: readonly string[]): RawBuilder<unknown> {
  return sql`${array(items.map(quoted))}::text[]`;
}

/** Ids as an array that SQL reads. */
export function ids(items: readonly string[]): RawBuilder<unknown> {
  return sql`${array(items)}::uuid[]`;
}
