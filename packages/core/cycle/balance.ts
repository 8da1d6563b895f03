import { Stage } from '../framework/index.ts';

/** One piece of work of a round. `stage` is null where nobody said which stage it belongs to. */
export type Effort = { readonly of: 'action' | 'item' | 'asset'; readonly stage: Stage | null };

export type StageEffort = {
  readonly stage: Stage;
  readonly actions: number;
  readonly items: number;
  readonly assets: number;
  readonly n: number;
  /** 0 to 1; null where nothing was done in any stage. */
  readonly share: number | null;
};

/** `n` is all effort with a stage; `untagged` is what has none, and is in no share. */
export type Balance = {
  readonly n: number;
  readonly untagged: number;
  readonly stages: readonly StageEffort[];
};

/** The share of effort by stage. Shares sum to 1, or are all null. [CY-14] */
export function balanceOf(efforts: readonly Effort[]): Balance {
  const n = efforts.filter(({ stage }) => stage !== null).length;
  return {
    n,
    untagged: efforts.length - n,
    stages: Stage.options.map((stage) => effortIn(stage, efforts, n)),
  };
}

function effortIn(stage: Stage, efforts: readonly Effort[], all: number): StageEffort {
  const here = efforts.filter((effort) => effort.stage === stage);
  const many = (of: Effort['of']) => here.filter((effort) => effort.of === of).length;
  return {
    stage,
    actions: many('action'),
    items: many('item'),
    assets: many('asset'),
    n: here.length,
    share: all === 0 ? null : here.length / all,
  };
}
