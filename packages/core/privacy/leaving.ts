import { problem, type Problem } from '../problem.ts';
import type { LedgerLine } from './ledger.ts';

/** Whether something was drawn for this line, and paid for. */
export function drew(line: LedgerLine | undefined): boolean {
  return line !== undefined && line.drawnIn === undefined && line.rho > 0;
}

/**
 * Whether what the line with this number drew may leave the house: it was charged as a release, or a release of a later
 * line says so. A preview and a tuning run by themselves stay. [PR-12]
 */
export function mayLeave(lines: readonly LedgerLine[], seq: number): boolean {
  const line = lines[seq - 1];
  return (
    drew(line) && (line?.kind === 'release' || lines.some((later) => letsLeave(lines, later, seq)))
  );
}

/** Lines that say they let another leave, and cannot: `ledger-line-lets-nothing`. */
export function lettingFaults(lines: readonly LedgerLine[]): readonly Problem[] {
  return lines.flatMap((line) =>
    line.drawnIn === undefined || letsLeave(lines, line, line.drawnIn)
      ? []
      : [problem('ledger-line-lets-nothing', { at: line.seq, line: line.drawnIn })],
  );
}

function letsLeave(lines: readonly LedgerLine[], later: LedgerLine, seq: number): boolean {
  const { kind, rho, delta, drawnIn } = later;
  const free = kind === 'release' && rho === 0 && delta === 0;
  return drawnIn === seq && seq < later.seq && free && drew(lines[seq - 1]);
}
