import {
  computed,
  modelOf,
  monteCarlo,
  openedIndex,
  rankShift,
  sensitivity,
  type Draws,
  type IndexDefinition,
  type Sensitivity,
} from '@freehold/core/composite';
import { fine, type Outcome } from '@freehold/core/problem';
import type { Worked } from './view.ts';

type Between = (share: number) => boolean;

/** The index worked out once, by its own method. */
export function worked(definition: IndexDefinition): Outcome<Worked> {
  const opened = openedIndex(definition);
  if (!opened.ok) return opened;
  const { table, structure } = opened.value;
  const result = computed(table, structure, definition.method);
  return result.ok ? fine({ table, structure, result: result.value }) : result;
}

/** The index drawn over what is uncertain about it. */
export function drawn(
  definition: IndexDefinition,
  between?: Between,
  draws = definition.drawing.draws,
): Outcome<Draws | null> {
  const model = modelled(definition);
  if (!model.ok || model.value === null) return model.ok ? fine(null) : model;
  return fine(monteCarlo(model.value, draws, definition.drawing.seed, between));
}

/** How much each source matters to how far ranks lie from those of the middle of every source. */
export function effects(
  definition: IndexDefinition,
  between?: Between,
): Outcome<Sensitivity | null> {
  const model = modelled(definition);
  if (!model.ok || model.value === null) return model.ok ? fine(null) : model;
  const middle = model.value.at(new Float64Array(model.value.dimensions).fill(0.5));
  if (middle === null) return fine(null);
  const { base, seed } = definition.drawing;
  return fine(sensitivity(model.value, rankShift(middle), base, seed, between));
}

function modelled(definition: IndexDefinition) {
  const { uncertainty } = definition;
  const opened = openedIndex(definition);
  if (!opened.ok) return opened;
  if (uncertainty === null) return fine(null);
  return modelOf(opened.value.table, opened.value.structure, definition.method, uncertainty);
}
