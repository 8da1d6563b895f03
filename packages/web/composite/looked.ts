import {
  computed,
  consistency,
  correlations,
  flags,
  influences,
  openedIndex,
  relations,
  removals,
  spreads,
  topOf,
  type Consistency,
  type Correlations,
  type Flag,
  type IndexDefinition,
  type Influence,
  type Removal,
  type Spread,
} from '@freehold/core/composite';
import { fine, type Outcome } from '@freehold/core/problem';

/** An index looked over: how its indicators lie and hang together, and what each has to do with the whole. */
export type Looked = {
  readonly correlations: Correlations;
  readonly flags: readonly Flag[];
  readonly consistency: readonly Consistency[];
  readonly influences: readonly Influence[];
  readonly removals: readonly Removal[];
  readonly spreads: readonly Spread[];
};

export function looked(definition: IndexDefinition): Outcome<Looked> {
  const opened = openedIndex(definition);
  if (!opened.ok) return opened;
  const { table, structure } = opened.value;
  const found = computed(table, structure, definition.method);
  if (!found.ok) return found;
  const without = removals(table, structure, definition.method);
  if (!without.ok) return without;
  const result = found.value;
  const codes = [...structure.indicators.map(({ code }) => code), topOf(structure)];
  return fine({
    correlations: correlations(result, { by: 'spearman' }, codes),
    flags: flags(relations(result, structure)),
    consistency: consistency(result, structure),
    influences: influences(result, structure),
    removals: without.value.filter(({ level }) => level === 1),
    spreads: spreads(table, structure),
  });
}
