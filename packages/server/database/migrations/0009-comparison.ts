import { sql, type Kysely } from 'kysely';
import { wallAround } from './wall.ts';

// Places beside places. What others need to know of a shared place to set theirs beside it (its type and code, where it
// lies, which questions were asked) is copied beside the shared result, by the database itself, so that the two are
// never apart. docs/decisions/0012-what-is-shared-is-copied.md argues the copying.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  await wallAround(db, ['shared_place', 'neighbour_definition', 'learning_contact']);
  for (const statement of [...copying, ...doors]) await sql.raw(statement).execute(db);
}

const stamp = 'timestamptz not null default now()';

const tables = [
  `create table shared_place (
    review_id uuid primary key references shared_result on delete cascade,
    partnership_id uuid not null references partnership on delete cascade,
    type text not null, code text, framework_version_id uuid not null, profile text not null,
    parents jsonb not null)`,
  // A definition is never changed: the next one gets the next number, and a comparison says which it used.
  `create table neighbour_definition (
    id uuid primary key default gen_random_uuid(),
    partnership_id uuid not null references partnership on delete cascade,
    version int not null, yardsticks jsonb not null,
    made_by_name text not null, made_at ${stamp}, unique (partnership_id, version))`,
  `create table learning_contact (
    partnership_id uuid primary key references partnership on delete cascade,
    agreed boolean not null default false, mailbox text not null default '', offer text not null default '',
    changed_by_name text not null default '', changed_at ${stamp}, check (not agreed or mailbox <> ''))`,
];

const copied = `select r.id, r.partnership_id, p.type, p.code, r.framework_version_id, r.profile,
  (select coalesce(jsonb_agg(jsonb_build_object('type', a.type, 'code', a.code, 'name', a.name)
      order by a.type, a.name), '[]')
    from place_parent pp join place a on a.id = pp.parent_id where pp.child_id = p.id)
  from review r join place p on p.id = r.place_id`;
const into = `insert into shared_place (review_id, partnership_id, type, code, framework_version_id,
  profile, parents)`;

const copying = [
  `create function shared_place_follows() returns trigger language plpgsql
    security definer set search_path = public as $$ begin
      delete from shared_place where review_id = new.review_id;
      ${into} ${copied} where r.id = new.review_id;
      return null; end $$`,
  `grant create on schema public to freehold_installation`,
  `alter function shared_place_follows() owner to freehold_installation`,
  `revoke create on schema public from freehold_installation`,
  `create trigger shared_place_follows after insert or update on shared_result
    for each row execute function shared_place_follows()`,
  // The owner of the tables is bound by their policies too.
  `set local role freehold_installation`,
  `${into} ${copied} where r.id in (select review_id from shared_result)`,
  `reset role`,
];

const setting = (what: string) => `nullif(current_setting('freehold.${what}', true), '')::uuid`;
const madeUp = `(content ->> 'madeUp')::boolean`;

const doors = [
  // A made-up partnership's results are no real peer's to see; those who look around an example see them beside it.
  `drop policy shared on shared_result`,
  `create policy shared on shared_result for select to freehold_app using (visibility = 'public'
    or (visibility = 'peers' and not ${madeUp} and freehold_shares_too(${setting('person')})))`,
  `create policy made_up on shared_result for select to freehold_app using (visibility = 'peers'
    and ${madeUp} and exists (select 1 from partnership p
      where p.id = ${setting('partnership')} and p.made_up))`,
  // Whoever sees what a place shares sees where it lies, and how to ask its partnership if that agreed to be asked.
  `create policy shared on shared_place for select to freehold_app using (exists (
    select 1 from shared_result s where s.review_id = shared_place.review_id))`,
  `create policy agreed on learning_contact for select to freehold_app using (agreed and exists (
    select 1 from shared_result s where s.partnership_id = learning_contact.partnership_id))`,
];
