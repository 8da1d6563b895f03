import { bandOf, type Band } from '@freehold/core/diligence';
import type { Risk } from './calls.ts';

export const steps = [1, 2, 3, 4, 5] as const;

export type RiskRow = {
  readonly severity: number;
  readonly cells: readonly {
    readonly likelihood: number;
    readonly band: Band;
    readonly here: readonly Risk[];
  }[];
};

/** Rows from the most severe down; a mean severity stands in the row that it reaches: 3.7 in row 3. */
export function cellsOf(risks: readonly Risk[]): readonly RiskRow[] {
  return steps.toReversed().map((severity) => ({
    severity,
    cells: steps.map((likelihood) => ({
      likelihood,
      band: bandOf({ severity, likelihood }),
      here: risks.filter(
        (risk) =>
          risk.severity !== null &&
          Math.floor(risk.severity) === severity &&
          risk.likelihood === likelihood,
      ),
    })),
  }));
}
