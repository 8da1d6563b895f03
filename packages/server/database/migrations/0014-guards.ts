import { sql, type Kysely } from 'kysely';

// Who asks, in one statement and no transaction of its own: every request begins with one of these. They run as the
// installation, which may see sessions and links, and nobody but the owner of the database may call them: a request's
// own transaction runs as `freehold_app`.

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create function who_asks(of_token text, at_time timestamptz, begun_after timestamptz, in_partnership uuid)
    returns table (person uuid, name text, email text, administrator boolean, seen_at timestamptz, role text)
    language plpgsql stable set role = 'freehold_installation' as $$ begin
      return query select p.id, p.name, p.email, p.administrator, s.seen_at, m.role
      from account_session s
      join person p on p.id = s.person_id
      left join membership m on m.person_id = p.id and m.partnership_id = in_partnership
      where s.token = of_token and s.expires_at > at_time and s.made_at > begun_after;
    end $$`,
  `create function who_rates(of_hash text)
    returns table (rater uuid, partnership uuid, review uuid)
    language plpgsql stable set role = 'freehold_installation' as $$ begin
      return query select r.id, r.partnership_id, r.review_id from rater r where r.token_hash = of_hash;
    end $$`,
  `revoke execute on function who_asks, who_rates from public`,
];
