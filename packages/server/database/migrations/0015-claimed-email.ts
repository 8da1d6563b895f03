import { sql, type Kysely } from 'kysely';

// An e-mail that somebody typed in for themselves may be anybody's. Until a link has been followed from its mailbox
// (`email_verified`), an invitation to it must not let the one who typed it in. What is there already is not known
// to be proven either.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column email_claimed boolean not null default false`.execute(db);
  await sql`update person set email_claimed = true
    where email is not null and not email_verified`.execute(db);
}
