import { moneySaid, type GridCell } from '@freehold/core/prevention';
import { number } from '../words.ts';
import type { MeasureCode } from './routes.tsx';

/** The step of the ramp, 0 to 4, or none where nothing is known. */
export function shade(value: number | null, most: number): string {
  if (value === null || value === 0 || most === 0) return 'none';
  return String(Math.min(4, Math.ceil((value / most) * 4)));
}

/** A cell’s value in words; an en dash where there is nothing, or nothing known. */
export function said(cell: GridCell, of: MeasureCode, currency: string): string {
  if (of === 'count') return cell.count === 0 ? '–' : number(cell.count);
  if (of === 'spend')
    return cell.spend === null ? '–' : moneySaid(Math.round(cell.spend), currency);
  return cell.reach === null ? '–' : number(Math.round(cell.reach));
}
