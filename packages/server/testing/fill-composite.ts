import { z } from 'zod';
import { IndexDefinition } from '@freehold/core/composite';
import type { Stage } from './stage.ts';

/** Puts an index of a partnership's into both tables of indices, and gives the ids. */
export async function fillComposite(
  { house, path, coordinator }: Pick<Stage, 'house' | 'path' | 'coordinator'>,
  marker: string,
): Promise<Readonly<Record<'index' | 'indexVersion', readonly string[]>>> {
  const content = IndexDefinition.parse({
    title: `${marker} index`,
    note: `${marker} note`,
    data: `uCode,uName,a,b\n${marker}1,${marker} one,1,2\n${marker}2,${marker} two,2,4\n`,
    meta: [
      'Level,iCode,iName,Direction,Weight,Parent,Type,Notice',
      `1,a,${marker} a,1,1,all,Indicator,${marker} notice`,
      `1,b,${marker} b,1,1,all,Indicator,`,
      `2,all,${marker} all,1,1,,Aggregate,`,
    ].join('\n'),
    method: {},
  });
  const made = await house.call(path('/indices'), { cookie: coordinator, json: { content } });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const read = await house.call(path(`/indices/${id}`), { cookie: coordinator });
  const { versions } = z
    .object({ versions: z.array(z.object({ id: z.string() })) })
    .parse(await read.json());
  return { index: [id], indexVersion: versions.map((version) => version.id) };
}
