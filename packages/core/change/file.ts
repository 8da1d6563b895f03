import { z } from 'zod';
import { parsed, fine, type Outcome } from '../problem.ts';
import { Known, nothingKnown } from './facts.ts';
import { jsonIn } from './kumu.ts';
import { checkedTheory, Theory } from './model.ts';

/** A theory as a file, with what was known of its claims and targets when it was written. */
export const TheoryFile = z.strictObject({
  format: z.literal('freehold-theory/1'),
  theory: Theory,
  known: Known.default(nothingKnown),
});
export type TheoryFile = Readonly<z.infer<typeof TheoryFile>>;

/** Holds everything; only what the theory names is written of what is known. [TC-18] */
export function theoryJson(theory: Theory, known: Known = nothingKnown): string {
  return `${JSON.stringify({ format: 'freehold-theory/1', theory, known: named(theory, known) }, null, 2)}\n`;
}

export function readTheoryFile(text: string): Outcome<TheoryFile> {
  const json = jsonIn(text);
  if (!json.ok) return json;
  const file = parsed(TheoryFile, json.value);
  if (!file.ok) return file;
  const theory = checkedTheory(file.value.theory);
  return theory.ok ? fine({ ...file.value, theory: theory.value }) : theory;
}

function named({ nodes, links }: Theory, { claims, targets }: Known): Known {
  const ids = new Set([
    ...links.flatMap((link) => [...link.claims.map(({ claim }) => claim), ...link.targets]),
    ...nodes.flatMap(({ indicators }) => indicators.map(({ target }) => target)),
  ]);
  const told = ({ id }: { readonly id: string }) => ids.has(id);
  return { claims: claims.filter(told), targets: targets.filter(told) };
}
