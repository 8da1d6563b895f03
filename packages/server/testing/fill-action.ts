import { asInstallation } from '../database/within.ts';
import type { TestHouse } from './house.ts';

/** An action as a person writes it. */
export const namedAction = {
  round: null,
  title: 'Two beds for men, any night',
  objective: 'Nobody found at night waits for a bed',
  method: 'Agree with two hostels',
  ownerOrganisation: 'Lantern Trust',
  ownerRole: 'Housing lead',
  ownerMailbox: 'housing@lantern.example',
  ownerMember: null,
  remind: true,
  doers: 'Two hostels',
  resources: 'Night staff',
  resourceSource: 'Council grant',
  startsOn: '2026-02-01',
  dueOn: '2026-05-01',
  status: 'planned',
  blocked: '',
  evidence: '',
  kind: 'output',
  stage: 'change',
  pathway: 'respite',
  fourP: 'protect',
  gaps: [],
  assets: [],
  topics: ['T3.3'],
  indicators: ['3.3.1'],
  interventions: [],
  cost: 18000,
  currency: 'GBP',
} as const;

/** A target on a measure as a person sets it: from 40 at the end of 2024 to 60 at the end of 2026. */
export function namedTarget(measure: string) {
  return {
    round: null,
    title: 'More of what is measured',
    about: { kind: 'measure', code: measure },
    direction: '+',
    baseline: { value: 40, on: '2024-12-31', source: 'The year’s figures' },
    path: 'line',
    steps: [],
    aim: 60,
    endsOn: '2026-12-31',
    tolerance: 3,
    agreedBy: 'The board',
    agreedOn: '2025-02-01',
    note: '',
  } as const;
}

/** Puts something of a partnership's into every table of the action room, and gives the ids. */
export async function fillActions(
  house: Pick<TestHouse, 'database'>,
  send: (rest: string, json: unknown, method?: string) => Promise<string>,
  {
    id,
    marker,
    place,
    gap,
  }: {
    readonly id: string;
    readonly marker: string;
    readonly place: string;
    readonly gap: string;
  },
): Promise<{ readonly action: readonly string[]; readonly target: readonly string[] }> {
  const texts = Object.fromEntries(
    ['title', 'objective', 'method', 'ownerOrganisation', 'ownerRole', 'doers', 'resources']
      .concat(['resourceSource', 'blocked', 'evidence'])
      .map((field) => [field, `${marker} ${field}`]),
  );
  const mailbox = `${marker}@role.example.org`;
  const action = await send(`/places/${place}/actions`, {
    ...{ ...namedAction, ...texts, ownerMailbox: mailbox },
    ...{ gaps: [gap], topics: [marker], indicators: [marker], interventions: [marker] },
  });
  await send(`/actions/${action}/notes`, { text: `${marker} note` });
  const decision = { version: 1, rag: 'green', reason: `${marker} reason` };
  await send(`/actions/${action}/rag`, decision, 'PUT');
  const target = await send(`/places/${place}/targets`, {
    ...namedTarget(`${marker}measure`),
    // The world's own measure is better when it is lower.
    ...{ direction: '-', aim: 10, title: `${marker} target`, agreedBy: `${marker} board` },
    note: `${marker} why`,
  });
  await asInstallation(house.database, async (tx) => {
    await tx
      .insertInto('action_reminder')
      .values({
        ...{ partnership_id: id, action_id: action, kind: 'due-soon', due_on: '2026-05-01' },
        to_address: mailbox,
      })
      .execute();
    const { person_id: person } = await tx
      .selectFrom('membership')
      .where('partnership_id', '=', id)
      .where('role', '=', 'researcher')
      .select('person_id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('reminder_opt_out')
      .values({ partnership_id: id, person_id: person })
      .execute();
  });
  return { action: [action], target: [target] };
}
