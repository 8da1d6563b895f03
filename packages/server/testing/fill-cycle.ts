import type { z } from 'zod';
import { CloseOut, RoundPage } from '../cycle/shapes.ts';
import type { Stage } from './stage.ts';

/** Takes a place through a whole round and into the next: something in every table of the cycle, and the ids. */
export async function fillCycle(
  { house, path, coordinator: cookie, place }: Stage,
  send: (rest: string, json: unknown, method?: string) => Promise<string>,
  marker: string,
): Promise<{ readonly round: readonly string[]; readonly item: readonly string[] }> {
  const read = async <S extends z.ZodType>(rest: string, schema: S) =>
    schema.parse(await (await house.call(path(rest), { cookie })).json());
  const open = (startedOn: string) =>
    send(`/places/${place}/rounds`, { title: marker, startedOn, goals: `${marker} goals` });
  const first = await open('2025-01-10');
  const output = {
    output: 'innovations',
    note: `${marker} note`,
    link: `https://${marker}.example/`,
  };
  await send(`/rounds/${first}/outputs`, output, 'PUT');
  const line = await send(`/rounds/${first}/items`, { stage: 'change', title: `${marker} line` });
  await send(`/checklist/${line}`, { note: `${marker} note`, done: true }, 'PATCH');
  await send(`/rounds/${first}/move`, {
    ...{ stage: 'diagnose', to: 'closed', note: `${marker} left` },
  });
  const { open: left } = await read(`/rounds/${first}/close-out`, CloseOut);
  await send(`/rounds/${first}/close`, {
    ...{ title: marker, endedOn: '2026-01-10', changed: `${marker} changed` },
    ...{ normal: `${marker} normal`, learning: `${marker} learnt`, nextGoals: `${marker} next` },
    decisions: left.map(({ kind, id }) => ({
      ...{ kind, id },
      decision: 'carried',
      reason: `${marker} reason`,
    })),
  });
  const second = await open('2026-01-11');
  const { items } = await read(`/rounds/${second}`, RoundPage);
  return { round: [second, first], item: [...items.map(({ id }) => id), line] };
}
