import { fine, problem, refused, type Outcome } from '../problem.ts';
import { diffOf } from './diff.ts';
import { dotText, readDot } from './dot.ts';
import { nothingKnown, type Known } from './facts.ts';
import { readTheoryFile, theoryJson } from './file.ts';
import { isBlueprint, kumuText, readKumu } from './kumu.ts';
import { mermaidText, readMermaid } from './mermaid.ts';
import type { Theory } from './model.ts';
import { readOutline } from './outline-read.ts';
import { outlineText } from './outline-write.ts';
import { groupedBy } from './walk.ts';

export const formats = ['json', 'outline', 'kumu', 'mermaid', 'dot'] as const;
export type Format = (typeof formats)[number];

/** What is read from a file; only JSON carries what was known outside the theory. */
export type ReadTheory = { readonly theory: Theory; readonly known: Known };

type Way = {
  readonly ending: string;
  readonly write: (theory: Theory, known: Known) => string;
  readonly read: (text: string, title?: string) => Outcome<ReadTheory>;
};

const alone =
  (read: (text: string, title?: string) => Outcome<Theory>) =>
  (text: string, title?: string): Outcome<ReadTheory> => {
    const theory = read(text, title);
    return theory.ok ? fine({ theory: theory.value, known: nothingKnown }) : theory;
  };

const ways: Readonly<Record<Format, Way>> = {
  json: { ending: '.json', write: theoryJson, read: readTheoryFile },
  outline: { ending: '.txt', write: outlineText, read: alone(readOutline) },
  kumu: { ending: '.kumu.json', write: kumuText, read: alone(readKumu) },
  mermaid: { ending: '.mmd', write: mermaidText, read: alone(readMermaid) },
  dot: { ending: '.dot', write: dotText, read: alone(readDot) },
};

/** A field that a format could not hold: on how many nodes or links it stood. */
export type Loss = {
  readonly what: 'theory' | 'node' | 'link';
  readonly field: string;
  readonly count: number;
};

export function endingOf(format: Format): string {
  return ways[format].ending;
}

/** The format that a file's name says: ".kumu.json" before ".json", ".gv" as ".dot". */
export function formatOf(name: string): Format | null {
  const lower = name
    .toLowerCase()
    .replace(/\.gv$/, '.dot')
    .replace(/\.mermaid$/, '.mmd');
  const fitting = formats.filter((format) => lower.endsWith(ways[format].ending));
  return fitting.toSorted((a, b) => ways[b].ending.length - ways[a].ending.length)[0] ?? null;
}

/** Reads a theory; `title` is used where the file has none. */
export function readTheory(format: Format, text: string, title?: string): Outcome<ReadTheory> {
  if (text.length > 20_000_000) return refused(problem('too-long', { most: 20_000_000 }));
  const plain = text.replace(/^\uFEFF/, '');
  // Kumu names its own files .json too.
  const told = format === 'json' && isBlueprint(plain) ? 'kumu' : format;
  return ways[told].read(plain, title);
}

/**
 * Writes a theory, and says what the format could not hold: what was written is read back and compared, so the answer
 * cannot be wrong. [TC-19]
 *
 * @throws RangeError if what was written cannot be read back.
 */
export function writtenTheory(
  format: Format,
  theory: Theory,
  known: Known = nothingKnown,
): { readonly text: string; readonly lost: readonly Loss[] } {
  const text = ways[format].write(theory, known);
  const back = ways[format].read(text, theory.title);
  if (!back.ok) throw new RangeError(`a theory written as ${format} cannot be read back`);
  return { text, lost: lossesOf(theory, back.value.theory) };
}

function lossesOf(before: Theory, after: Theory): readonly Loss[] {
  const { fields, items } = diffOf(before, sameIds(before, after));
  const placed = before.nodes.filter(({ at }) => at !== null).length;
  const kept = after.nodes.filter(({ at }) => at !== null).length;
  const each = items.flatMap(({ kind, change, fields: own }) =>
    (change === 'changed' ? own : [change === 'removed' ? 'id' : '']).map(
      (field) => `${kind} ${field}`,
    ),
  );
  const counts = groupedBy(
    each.filter((key) => !key.endsWith(' ')),
    (key) => key,
  );
  return [
    ...fields.map((field): Loss => ({ what: 'theory', field, count: 1 })),
    ...[...counts].map(([key, all]): Loss => {
      const [what, field = ''] = key.split(' ');
      return { what: what === 'node' ? 'node' : 'link', field, count: all.length };
    }),
    ...(kept < placed ? [{ what: 'node' as const, field: 'at', count: placed - kept }] : []),
  ];
}

/** Gives links the ids that they had: a format that has none for them loses nothing that means anything. */
function sameIds({ links }: Theory, after: Theory): Theory {
  const ids = new Map(links.map(({ id, from, to }) => [`${from} ${to}`, id]));
  const named = after.links.map((link) => ({
    ...link,
    id: ids.get(`${link.from} ${link.to}`) ?? link.id,
  }));
  return { ...after, links: named };
}
