import type { Block } from './document.ts';

/**
 * What people typed as blocks: an empty line ends a paragraph, lines that begin with "- " make a list. Nothing else
 * has a meaning: what is typed stays text. Empty for blank text. [DO-4]
 */
export function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(blocksOf);
}

function blocksOf(part: string): readonly Block[] {
  const lines = part.split('\n').map((line) => line.trim());
  const items = lines.filter(isItem).map((line) => ({ text: line.slice(2) }));
  const text = lines.filter((line) => !isItem(line)).join(' ');
  return [
    ...(text === '' ? [] : [{ kind: 'text' as const, text }]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}

function isItem(line: string): boolean {
  return line.startsWith('- ');
}
