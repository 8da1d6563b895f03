import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { rights, Role } from '@freehold/core/access';
import { asked } from '../packages/server/access/asked.ts';

// Writes docs/roles.md from the rights themselves; with --check it only says whether the page is stale.

const words: Readonly<Record<string, string>> = {
  anybody: 'nothing',
  'signed-in': 'to be signed in',
  link: 'a rater’s link',
};

const path = new URL('../docs/roles.md', import.meta.url);
const text = await format(page(), { ...(await resolveConfig(path)), parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (kept() !== text) {
  console.error(
    'docs/roles.md does not say what the rights say; write it anew: node scripts/roles.ts',
  );
  process.exitCode = 1;
}

function kept(): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function page(): string {
  return [
    '# Who may do what',
    'Written by `node scripts/roles.ts` from `packages/core/access` and `packages/server/access/asked.ts`. Do not edit.',
    'Somebody who does not belong to a partnership gets "not found" for everything in it, whatever exists. Behind these rights stands a second wall: PostgreSQL’s row-level security, which shows a request the rows of its own partnership and no other.',
    'The administrator of the installation has no right in a partnership that they do not belong to. What they can do, they do on the machine itself: start it, back it up, check it with `freehold doctor`.',
    '## Rights by role',
    table(
      ['Right', ...Role.options, 'allows'],
      Object.entries(rights).map(([right, { says, may }]) => [
        `\`${right}\``,
        ...Role.options.map((role) => (may(role) ? 'yes' : '–')),
        says,
      ]),
    ),
    'A member acts for one organisation and rates through a link of their own, which no right is needed for. Single ratings are shown to nobody while the round is open, and to nobody but the co-ordinator after it; everybody else sees figures of five agencies or more ([RV-30]). From validation on, what `follow` allows is open to everybody who may `read`.',
    '## What each route asks',
    'A test calls every route with every role and finds these answers.',
    table(
      ['Route', 'asks'],
      Object.entries(asked).map(([route, right]) => [
        `\`${route}\``,
        words[right] ?? `\`${right}\``,
      ]),
    ),
    '[RV-30]: ../packages/core/review/rules.md',
    '',
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
