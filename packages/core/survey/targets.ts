import { problem, type Problem } from '../problem.ts';
import { sniffed, TableReader } from '../table/index.ts';

/** Somebody to ask: an organisation or partnership by name, an address for the link, and a language. */
export type TargetLine = {
  readonly row: number;
  readonly label: string;
  readonly contact: string;
  readonly email: string | null;
  readonly language: string;
};

/**
 * Reads a pasted or sent list of targets: with a first row of titles (organisation, contact, e-mail, language, in any
 * order), or without one as name, e-mail, language. Every line is a target or a problem by row. [SV-15]
 */
export function targetsFrom(text: string): {
  targets: readonly TargetLine[];
  problems: readonly Problem[];
} {
  const reader = new TableReader({ delimiter: sniffed(text) });
  const rows = [...reader.push(text), ...reader.end()].filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const head = rows[0]?.cells.map(columnOf) ?? [];
  const titled = head.includes('label');
  const columns = titled ? head : (['label', 'email', 'language'] as const);
  const targets: TargetLine[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { cells, row } of titled ? rows.slice(1) : rows) {
    const cell = (name: string) => cells[columns.findIndex((each) => each === name)]?.trim() ?? '';
    const line = {
      row,
      label: cell('label').replace(/\s+/g, ' '),
      contact: cell('contact'),
      language: cell('language').toLowerCase(),
    };
    const email = cell('email').toLowerCase();
    const key = `${line.label.toLowerCase()} ${email}`;
    const before = seen.get(key);
    if (line.label === '') problems.push(problem('target-unnamed', {}, { row }));
    else if (line.label.length > 200)
      problems.push(problem('too-big', { most: 200, of: 'string' }, { row }));
    else if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
      problems.push(problem('email-wrong', { found: email }, { row }));
    else if (before !== undefined)
      problems.push(problem('target-twice', { first: before }, { row }));
    else {
      seen.set(key, row);
      targets.push({ ...line, email: email === '' ? null : email });
    }
  }
  return { targets, problems };
}

const titles: Readonly<Record<string, keyof TargetLine>> = {
  organisation: 'label',
  organization: 'label',
  partnership: 'label',
  agency: 'label',
  name: 'label',
  contact: 'contact',
  person: 'contact',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  language: 'language',
};

function columnOf(title: string): keyof TargetLine | null {
  return titles[title.trim().toLowerCase()] ?? null;
}
