import { reportSummary, type ReviewReport } from '@freehold/core/review';

/** The whole report as JSON, with the summary's sentences; `docs/formats.md` describes it. */
export function json(report: ReviewReport): string {
  const sentences = reportSummary(report).map(({ lead = '', text }) => ({ about: lead, text }));
  return `${JSON.stringify({ ...report, summary: sentences }, uncounted, 2)}\n`;
}

/** Counts that are held back are written as missing, never as nought. */
function uncounted(_key: string, value: unknown): unknown {
  const held = typeof value === 'object' && value !== null && 'held' in value && 'grades' in value;
  return held ? { ...value, notApplicable: null, dontKnow: null, grades: null } : value;
}
