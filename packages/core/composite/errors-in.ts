import { records } from '../table/index.ts';
import { openedIndex, type IndexDefinition } from './definition.ts';
import type { Errors } from './doubt.ts';

/**
 * The standard errors that the data hold, by indicator: from the columns `code_low` and `code_high`, taken for the ends of
 * an interval of 95 %. Only indicators with any.
 */
export function errorsIn(definition: IndexDefinition): Errors {
  const opened = openedIndex(definition);
  if (!opened.ok) return {};
  const { records: rows } = records(definition.data);
  const known = opened.value.structure.indicators.map(({ code }) => {
    const errors = rows.map(({ cells }) => errorOf(cells[`${code}_low`], cells[`${code}_high`]));
    return [code, errors] as const;
  });
  return Object.fromEntries(known.filter(([, all]) => all.some((each) => each !== null)));
}

function errorOf(low = '', high = ''): number | null {
  if (low.trim() === '' || high.trim() === '') return null;
  const error = standardError(Number(low), Number(high));
  return Number.isFinite(error) ? error : null;
}

/** Of an interval of 95 %, taken for a normal one: a 3.92nd of its width. */
export function standardError(low: number, high: number): number {
  return Math.max(0, high - low) / 3.92;
}
