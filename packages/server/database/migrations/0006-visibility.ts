import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// What a partnership shares of a published review is copied into a table of its own: a hole in a query over it can
// show no more than was put in. `docs/decisions/0012-what-is-shared-is-copied.md` argues it.

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table shared_result (
    review_id uuid primary key references review on delete cascade,
    partnership_id uuid not null references partnership on delete cascade,
    visibility text not null check (visibility in ('peers', 'public')),
    content jsonb not null, at timestamptz not null default now())`.execute(db);
  await sql`create index shared_result_by_partnership on shared_result (partnership_id)`.execute(
    db,
  );
  await wallAround(db, ['shared_result']);
  for (const statement of doors) await sql.raw(statement).execute(db);
}

const asker = `nullif(current_setting('freehold.person', true), '')::uuid`;

const doors = [
  // Only published reviews, whatever the application thinks.
  `create function shared_result_is_published() returns trigger language plpgsql
    security definer set search_path = public as $$ begin
      if not exists (select 1 from review where id = new.review_id and state = 'published'
        and partnership_id = new.partnership_id)
      then raise exception 'only a published review is shared' using errcode = '23514'; end if;
      return new; end $$`,
  `create trigger shared_result_is_published before insert or update on shared_result
    for each row execute function shared_result_is_published()`,
  // Does a partnership of this person share something too? A made-up one, which anybody may enter, does not count.
  `create function freehold_shares_too(asker uuid) returns boolean language sql stable
    security definer set search_path = public as $$
      select exists (select 1 from membership m join partnership p on p.id = m.partnership_id
        join shared_result s on s.partnership_id = p.id
        where m.person_id = asker and not p.made_up) $$`,
  `grant create on schema public to freehold_installation`,
  `alter function shared_result_is_published() owner to freehold_installation`,
  `alter function freehold_shares_too(uuid) owner to freehold_installation`,
  `revoke create on schema public from freehold_installation`,
  `revoke execute on function freehold_shares_too(uuid) from public`,
  `grant execute on function freehold_shares_too(uuid) to freehold_app, freehold_installation`,
  `create policy shared on shared_result for select to freehold_app using (
    visibility = 'public' or (visibility = 'peers' and freehold_shares_too(${asker})))`,
];
