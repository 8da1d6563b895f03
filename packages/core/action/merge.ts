import { fine, problem, refused, type Detail, type Outcome } from '../problem.ts';

/** A record that counts its versions, and knows in which version each field was changed last. */
export type Versioned<Fields> = {
  readonly version: number;
  readonly touched: Readonly<Record<string, number>>;
  readonly byName: string;
  readonly fields: Fields;
};

/** The record after a change, for who keeps it: `touched` names the fields that really changed. */
export type Merged<Fields> = {
  readonly version: number;
  readonly touched: Readonly<Record<string, number>>;
  readonly fields: Fields;
};

/**
 * Puts a change into a record that others may have changed meanwhile. `based` is the version that the change was made
 * on. Changes to different fields both stand; where both changed one field to different values, nothing is written,
 * and one problem `changed-meanwhile` a field says what the other wrote. [AC-14]
 *
 * A change that changes nothing leaves the version as it is. Values are compared by what they hold.
 *
 * @throws RangeError for a version that the record has not reached.
 */
export function merged<Fields extends object>(
  kept: Versioned<Fields>,
  based: number,
  change: Partial<Fields>,
): Outcome<Merged<Fields>> {
  if (based > kept.version) throw new RangeError(`version ${based} has not been reached`);
  const sent = Object.entries(change).filter(
    ([field, value]) => !same(Reflect.get(kept.fields, field), value),
  );
  const clashes = sent.filter(([field]) => (kept.touched[field] ?? 0) > based);
  if (clashes.length > 0)
    return refused(
      ...clashes.map(([field]) =>
        problem(
          'changed-meanwhile',
          {
            theirs: detail(Reflect.get(kept.fields, field)),
            by: kept.byName,
            version: kept.version,
          },
          { path: field },
        ),
      ),
    );
  const version = kept.version + (sent.length > 0 ? 1 : 0);
  const touched = Object.fromEntries(sent.map(([field]) => [field, version]));
  return fine({
    version,
    touched: { ...kept.touched, ...touched },
    fields: { ...kept.fields, ...change },
  });
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function detail(value: unknown): Detail {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value;
  if (isTexts(value)) return value;
  return JSON.stringify(value) ?? null;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
