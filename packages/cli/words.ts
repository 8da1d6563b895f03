import type { Problem } from '@freehold/core/problem';

/** One problem as a sentence: where it is, what it is, and its values. */
export function sentence({ code, where = {}, details = {} }: Problem): string {
  const place = [
    where.sheet && `sheet ${where.sheet}`,
    where.row !== undefined && `row ${where.row}`,
    where.column && `column ${where.column}`,
    where.path && `at ${where.path}`,
  ].filter((part) => part !== false && part !== undefined && part !== '');
  const say = sentences[code];
  const what = say ? say(details) : `${code.replaceAll('-', ' ')}${values(details)}`;
  return place.length > 0 ? `${place.join(', ')}: ${what}` : what;
}

type Details = NonNullable<Problem['details']>;

const sentences: Record<string, (details: Details) => string> = {
  'unknown-command': ({ asked }) => `there is no command "${String(asked)}"; see freehold --help`,
  'wrong-use': ({ note }) => String(note),
  'folder-in-use': ({ folder, process }) =>
    `the folder ${String(folder)} is in use by another Freehold (process ${String(process)}); stop it first, or set FREEHOLD_DATA to another folder`,
  'folder-not-writable': ({ folder, because }) =>
    `the folder ${String(folder)} cannot be written (${String(because)}); free some space, give write access, or set FREEHOLD_DATA to another folder`,
  'port-in-use': ({ port }) =>
    `port ${String(port)} is taken by another program; choose another with PORT=${Number(port) + 1}`,
  'database-unreachable': ({ because }) =>
    `the PostgreSQL server of DATABASE_URL does not answer: ${String(because)}`,
  'database-too-old': ({ version }) =>
    `PostgreSQL 15 or newer is needed, and this server says ${String(version)}`,
};

function values(details: Details): string {
  const shown = Object.entries(details).map(([key, value]) => `${key} ${String(value)}`);
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}
