import { FourP, Pathway } from '../framework/index.ts';

/** Something of a place with where it belongs on the two axes of the response; null where nobody has said. */
export type Tagged = { readonly pathway: Pathway | null; readonly fourP: FourP | null };

type Counts = { readonly actions: number; readonly gaps: number; readonly assets: number };
export type MatrixCell = Counts & { readonly pathway: Pathway; readonly fourP: FourP };

/** Twenty cells, pathway by pathway. `untagged` counts what lacks one of the two, and is in no cell. */
export type Matrix = { readonly cells: readonly MatrixCell[]; readonly untagged: Counts };

/** Counts actions, gaps and assets by pathway and 4P; an empty cell is there with noughts. [CY-16] */
export function matrixOf(things: {
  readonly actions: readonly Tagged[];
  readonly gaps: readonly Tagged[];
  readonly assets: readonly Tagged[];
}): Matrix {
  const counts = (fits: (thing: Tagged) => boolean): Counts => ({
    actions: things.actions.filter(fits).length,
    gaps: things.gaps.filter(fits).length,
    assets: things.assets.filter(fits).length,
  });
  return {
    cells: Pathway.options.flatMap((pathway) =>
      FourP.options.map((fourP) => ({
        pathway,
        fourP,
        ...counts((thing) => thing.pathway === pathway && thing.fourP === fourP),
      })),
    ),
    untagged: counts(({ pathway, fourP }) => pathway === null || fourP === null),
  };
}
