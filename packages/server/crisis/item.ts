import {
  actionWords,
  helpedWords,
  itemProblems,
  lineStatusWords,
  lineWords,
  serviceStateWords,
  serviceWords,
  toldTexts,
  type Item,
} from '@freehold/core/crisis';
import { identifying } from '@freehold/core/cycle';
import { fine, problem, refused, type Outcome, type Problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import { activationDay } from './day.ts';
import { seriesAround } from './freeze.ts';
import {
  addEvent,
  addItems,
  changeItem,
  crisisOf,
  itemsOf,
  itemToChange,
  leastCellOf,
  type By,
  type KeptCrisis,
  type KeptItem,
} from './store.ts';

/** Puts an item on a crisis's plan or board, and gives its id. */
export async function putItem(
  tx: Work,
  by: By,
  id: string,
  content: Item,
): Promise<Outcome<string>> {
  const crisis = await crisisOf(tx, id, true);
  if (crisis === null) return refused(problem('not-found'));
  const whole = await filled(tx, crisis, content);
  const problems = await itemFaults(tx, by, { crisis, content: whole, before: null });
  if (problems.length > 0) return refused(...problems);
  const [added = ''] = await addItems(tx, by, id, [whole]);
  await tell(tx, by, crisis, whole, null);
  return fine(added);
}

export type ChangedItem = {
  readonly version: number;
  readonly content?: Item | undefined;
  readonly removed?: boolean | undefined;
};

/** Changes an item, takes it away or brings it back, unless somebody else has changed it since. */
export async function editItem(
  tx: Work,
  by: By,
  id: string,
  { version, content, removed }: ChangedItem,
): Promise<Outcome<null>> {
  const before = await itemToChange(tx, id);
  const crisis = before === null ? null : await crisisOf(tx, before.crisis, true);
  if (before === null || crisis === null) return refused(problem('not-found'));
  if (before.version !== version) return refused(problem('changed-by-another'));
  const after = {
    ...before,
    content: content ?? before.content,
    removed: removed ?? before.removed,
  };
  const problems = [
    ...staying(before, after, crisis),
    ...(await itemFaults(tx, by, { crisis, content: after.content, before })),
  ];
  if (problems.length > 0) return refused(...problems);
  await changeItem(tx, by, after);
  if (!after.removed) await tell(tx, by, crisis, after.content, before.content);
  return fine(null);
}

/** A series as the baseline is filled from the place's data; everything else is as it was typed. */
async function filled(tx: Work, crisis: KeptCrisis, content: Item): Promise<Item> {
  if (content.kind !== 'baseline' || content.counts !== 'measure') return content;
  const { measure } = content;
  const series = await seriesAround(tx, crisis.place.id, [measure], activationDay(crisis));
  const found = series.get(measure);
  return found === undefined
    ? { ...content, points: [] }
    : { ...content, title: found.title, source: found.source, points: [...found.before] };
}

async function itemFaults(
  tx: Work,
  { partnership }: By,
  at: {
    readonly crisis: KeptCrisis;
    readonly content: Item;
    readonly before: KeptItem | null;
  },
): Promise<readonly Problem[]> {
  const { crisis, content, before } = at;
  if (crisis.state === 'reviewed') return [problem('crisis-reviewed')];
  if (content.kind === 'finding' && crisis.activatedAt === null)
    return [problem('crisis-not-active')];
  const become = content.kind === 'finding' && [content.claim, content.gap, content.action];
  const madeUp = before === null && become !== false && become.some((each) => each !== null);
  const noSeries =
    content.kind === 'baseline' && content.counts === 'measure' && content.points.length === 0;
  return [
    ...(madeUp ? [problem('finding-followed')] : []),
    ...(noSeries ? [problem('no-series-before', undefined, { path: 'measure' })] : []),
    ...namingProblems(content),
    ...itemProblems(content, {
      id: before?.id ?? null,
      items: await itemsOf(tx, crisis.id),
      least: await leastCellOf(tx, partnership),
      activatedOn: activationDay(crisis),
    }),
  ];
}

/** What may not change of an item whatever is asked: its kind, its line, a frozen baseline, what a finding became. */
function staying(before: KeptItem, after: KeptItem, crisis: KeptCrisis): readonly Problem[] {
  const [was, is] = [before.content, after.content];
  if (was.kind !== is.kind) return [problem('kind-stays')];
  if (was.kind === 'line' && is.kind === 'line' && (after.removed || was.line !== is.line)) {
    return [problem('line-stays')];
  }
  const frozen = was.kind === 'baseline' && JSON.stringify(was) !== JSON.stringify(is);
  const removed = was.kind === 'baseline' && after.removed && crisis.activatedAt !== null;
  if (frozen || removed) return [problem('baseline-frozen')];
  if (was.kind === 'finding' && is.kind === 'finding') {
    const same = was.claim === is.claim && was.gap === is.gap && was.action === is.action;
    return same ? [] : [problem('finding-followed')];
  }
  return [];
}

/** What in a text could lead to one person; days may stand there, a board is full of them. [CR-14] */
export function namingProblems(content: Item): readonly Problem[] {
  return Object.entries(toldTexts(content)).flatMap(([path, text]) =>
    identifying(text)
      .filter(({ kind }) => kind !== 'full-date')
      .map((detail) => problem('identifying-detail', detail, { path })),
  );
}

/** Writes into the record what changed while a crisis is active; what is prepared is not yet history. */
async function tell(tx: Work, by: By, crisis: KeptCrisis, is: Item, was: Item | null) {
  const says = crisis.activatedAt === null ? null : said(is, was);
  if (says !== null) await addEvent(tx, by, crisis.id, { what: is.kind, says });
}

function said(is: Item, was: Item | null): string | null {
  switch (is.kind) {
    case 'line':
      return `${lineWords[is.line]}: ${lineStatusWords[is.status].toLowerCase()}${is.says === '' ? '' : `. ${is.says}`}`;
    case 'action': {
      const same = was?.kind === 'action' && was.status === is.status;
      return same ? null : `${is.title}: ${actionWords[is.status].toLowerCase()}`;
    }
    case 'contact':
      return is.acknowledged ? `${is.organisation}, ${is.role}: acknowledged` : null;
    case 'service':
      return `${serviceWords[is.service]}, ${is.organisation}: ${serviceStateWords[is.state].toLowerCase()}`;
    case 'group':
      return was === null ? `Group named: ${is.title}` : null;
    case 'finding':
      return was === null ? `Found: ${helpedWords[is.helped].toLowerCase()}. ${is.says}` : null;
    case 'baseline':
      return was === null ? `Baseline added: ${is.title}` : null;
  }
}
