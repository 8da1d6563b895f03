import { ranksDown } from '../column.ts';
import { fine, type Outcome } from '../../problem.ts';
import { allNormalised, builtUp, columnIn, prepared, type Table } from '../steps.ts';
import { topOf, withoutNode, type Node, type Structure } from '../meta.ts';
import type { Method } from '../method.ts';

/** What becomes of ranks when one indicator or node is taken out and the others' weights stand for it. */
export type Removal = {
  readonly code: string;
  readonly level: number;
  /** Places gained, by unit in the order of the index; negative where lost, null without a score. */
  readonly gains: readonly (number | null)[];
  /** The mean and the greatest of the places moved, either way; null where no unit has a score. */
  readonly mean: number | null;
  readonly most: number | null;
  readonly movers: readonly string[];
};

/**
 * The effect of taking out each indicator and node below `node`, one at a time. Everything before aggregation stays as
 * it is; weights by principal components are worked out without it. One without siblings takes its parent along, and
 * what would leave nothing of the node is left out. [CO-20]
 *
 * Problems are those of working the index out. Source: COINr's remove_elements.
 */
export function removals(
  table: Table,
  structure: Structure,
  method: Method,
  node: string = topOf(structure),
): Outcome<readonly Removal[]> {
  const ready = prepared(table, structure, method, []);
  const scaled = allNormalised(ready, structure, method);
  if (!scaled.ok) return scaled;
  const found: Removal[] = [];
  const placesIn = (of: Structure) => {
    const built = builtUp(ready, scaled.value, of, method, []);
    if (!built.ok) return built;
    return fine(ranksDown(columnIn(built.value.columns, node)));
  };
  const before = placesIn(structure);
  if (!before.ok) return before;
  for (const { code, level } of under(structure.children, node)) {
    const left = withoutNode(structure, code);
    if (!left.children.has(node)) continue;
    const after = placesIn(left);
    if (!after.ok) return after;
    const gains = before.value.map((place, at) => place - (after.value[at] ?? Number.NaN));
    found.push({ code, level, ...moved(gains, ready.units) });
  }
  return fine(found);
}

/** A node's descendants, lower levels first within each branch. */
function under(children: Structure['children'], node: string): readonly Node[] {
  const own = children.get(node) ?? [];
  return [...own.flatMap(({ code }) => under(children, code)), ...own];
}

function moved(gains: Float64Array, units: readonly string[]) {
  const far = Array.from(gains, Math.abs).filter((each) => !Number.isNaN(each));
  const most = Math.max(0, ...far);
  return {
    gains: Array.from(gains, (each) => (Number.isNaN(each) ? null : each)),
    mean: far.length === 0 ? null : far.reduce((sum, each) => sum + each, 0) / far.length,
    most: far.length === 0 ? null : most,
    movers: units.filter((_, at) => most > 0 && Math.abs(gains[at] ?? 0) === most),
  };
}
