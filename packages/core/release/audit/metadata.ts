import type { Words } from '../../privacy/index.ts';
import type { CodedTable } from '../../table/index.ts';
import type { Mechanism } from './mechanism.ts';
import type { Neighbours } from './pair.ts';

/** Something about a release that no noise covers and that is not the same on both sides. */
export type Difference = {
  readonly code: 'files-differ' | 'headings-differ' | 'order-differs';
  /** The file, or the files' names. */
  readonly where: string;
};

const looks = 8;

/**
 * Compares what noise does not cover: names of files, their headings and how many columns they have, fields of JSON, and
 * the order in which the same combinations are told. How long files are, and whether there is a refusal, may hang on the
 * noise; the distinguisher looks at those.
 */
export function differences(
  mechanism: Mechanism,
  { without, having }: Neighbours,
  words: Words,
): readonly Difference[] {
  const look = (table: CodedTable) =>
    Array.from({ length: looks }, () => mechanism.files(table, words));
  const runs = [...look(without), ...look(having)];
  const names = runs.map((files) => Object.keys(files).toSorted().join());
  const files = Object.keys(runs[0] ?? {});
  return [
    ...(alike(names) ? [] : [{ code: 'files-differ' as const, where: names[0] ?? '' }]),
    ...files.flatMap((name) =>
      inFile(
        name,
        runs.map((each) => each[name] ?? ''),
      ),
    ),
  ];
}

function inFile(where: string, texts: readonly string[]): readonly Difference[] {
  const headings = texts.map((text) =>
    where.endsWith('.json') ? fieldsOf(text) : headingOf(text),
  );
  const ordered = where !== 'counts.csv' || inOneOrder(texts.map(combinationsIn));
  return [
    ...(alike(headings) ? [] : [{ code: 'headings-differ' as const, where }]),
    ...(ordered ? [] : [{ code: 'order-differs' as const, where }]),
  ];
}

function alike(texts: readonly string[]): boolean {
  return texts.every((text) => text === texts[0]);
}

function headingOf(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf('\n')));
}

/** Every field of a JSON text with what kind of thing it is, and of its lists the names that entries have, in order. */
function fieldsOf(text: string): string {
  const walk = (value: unknown, path: string): readonly string[] => {
    if (Array.isArray(value))
      return [`${path}:list`, ...value.flatMap((each) => (isNamed(each) ? [each.name] : []))];
    if (typeof value !== 'object' || value === null) return [`${path}:${typeof value}`];
    return Object.entries(value).flatMap(([key, each]) => walk(each, `${path}.${key}`));
  };
  return walk(JSON.parse(text), '').join('\n');
}

function isNamed(entry: unknown): entry is { readonly name: string } {
  return (
    typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string'
  );
}

/** The lines of counts.csv without their counts. */
function combinationsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/(,-?\d+)+$/, ''))
    .filter((line) => line !== '');
}

/** Whether what two lists share stands in the same order in both, for every two of them. */
function inOneOrder(lists: readonly (readonly string[])[]): boolean {
  const sets = lists.map((list) => new Set(list));
  return lists.every((one, at) =>
    lists.slice(at + 1).every((other, after) => {
      const shared = one.filter((text) => sets[at + 1 + after]?.has(text));
      const again = other.filter((text) => sets[at]?.has(text));
      return shared.join('\n') === again.join('\n');
    }),
  );
}
