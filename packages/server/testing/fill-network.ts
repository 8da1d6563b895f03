import { asInstallation } from '../database/within.ts';
import type { Stage } from './stage.ts';

/** A network from a file, and what a closed wave gave: something in every table of networks. */
export async function fillNetworks(
  on: Pick<Stage, 'house' | 'ours'>,
  marker: string,
  closedWave: string,
): Promise<{ readonly network: readonly string[] }> {
  const owner = { partnership_id: on.ours };
  const nodes = ['a', 'b'].map((end) => ({
    ...{ id: `${marker} ${end}`, label: `${marker} node` },
    attributes: { sector: `${marker} sector` },
  }));
  const ties = [{ source: `${marker} a`, target: `${marker} b`, weight: 1 }];
  return asInstallation(on.house.database, async (tx) => {
    const { id } = await tx
      .insertInto('network')
      .values({
        ...{ ...owner, title: `${marker} network`, format: 'csv', directed: false },
        ...{ nodes: 2, ties: 1, made_by: `${marker} maker` },
        content: JSON.stringify({ directed: false, nodes, ties }),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('relationship_result')
      .values({ ...owner, wave_id: closedWave, content: JSON.stringify(scored(marker)) })
      .execute();
    return { network: [id] };
  });
}

/** Scores as a closed wave keeps them: of an organisation of this marker, and too few to be shown. */
function scored(marker: string) {
  const none = { value: null, lowest: null, highest: null, n: 0, hidden: 'nobody' };
  const trust = { trust: none, reliability: none, mission: none, openness: none };
  const scores = { ...trust, value: none, influence: none, resources: none, involvement: none };
  return {
    ...{ asked: 2, answered: 0, responseRate: 0, whole: scores },
    organisations: [{ organisation: `${marker} body`, scores }],
  };
}
