/** One part of a cell of members. `count` is how many were written ("2 x"), null where none was. */
export type Part = {
  readonly text: string;
  readonly kind: 'name' | 'link' | 'words';
  readonly count: number | null;
};

/**
 * A cell of members as somebody typed it, cut into its parts in their order: at commas, semicolons and line ends
 * outside brackets, at full stops that end something, and after words that only introduce ("also:"). A bracket
 * that is never closed is a letter like any other.
 *
 * Holds: no letter is lost but separators, counts and introductions.
 *
 * @example splitMembers('GLAA; 2 x Police DCs') // => 'GLAA' and 'Police DCs' with count 2
 */
export function splitMembers(cell: string): readonly Part[] {
  return cut(cell)
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .flatMap(afterFullStops)
    .map(withoutEnds)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .map(partOf);
}

/** Cut at separators of the topmost level; `(also: …)` opens a list of its own. */
function cut(cell: string): readonly string[] {
  const text = cell.replace(
    /\(\s*(?:also|and also|plus)\s*:\s*([^()]*(?:\([^()]*\)[^()]*)*)\)/giu,
    '; $1',
  );
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '(' && closes(text, at)) depth += 1;
    else if (letter === ')' && depth > 0) depth -= 1;
    else if (depth === 0 && separators.test(letter)) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

const separators = /[,;\n\r•|]/u;

function closes(text: string, from: number): boolean {
  let depth = 0;
  for (const letter of text.slice(from)) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** "Hibiscus. Homeless Link": a stop after a word of four letters or more, before a capital. */
function afterFullStops(piece: string): readonly string[] {
  return piece.split(/(?<=[\p{L}\p{N})]{4})\.\s+(?=\p{Lu})/u);
}

function withoutEnds(piece: string): string {
  return piece
    .replace(/^[\s.:;–-]+|[\s.:;–-]+$/gu, '')
    .replace(/^(?:and|also|including|plus)\s+/iu, '')
    .replace(/^(?:listed here|members|ngos?['’]s)\s*:\s*/iu, '')
    .replace(/^ngos?['’]s\s*:\s*/iu, '');
}

function partOf(piece: string): Part {
  const before = /^(\d{1,3})\s*[x×]\s+(.+)$/iu.exec(piece);
  const after = /^(.+?)\s+[x×]\s*(\d{1,3})$/iu.exec(piece);
  const [text, count] =
    before !== null
      ? [before[2] ?? '', Number(before[1])]
      : after !== null
        ? [after[1] ?? '', Number(after[2])]
        : [piece, null];
  return { text, count, kind: kindOf(text) };
}

const link = /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|org|net|uk|co\.uk|org\.uk)\b/iu;
const verbs =
  /\b(?:will|can|consists?|meets?|meetings?|attend\w*|available|found|listed|awaiting|accessed|serves?|supported|hosted|in development|see|invited|representatives?|list of|membership|chairs? of|member of|from each|registrar|co-?ordinator|practitioner|apprentice|lead|adviser|remote partners)\b/iu;

/** Ten words are more than a name has. */
const longest = 10;

function kindOf(text: string): Part['kind'] {
  if (link.test(text)) return 'link';
  return verbs.test(text) || text.split(' ').length > longest ? 'words' : 'name';
}
