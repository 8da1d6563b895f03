import type { ReviewReport } from '@freehold/core/review';
import { summary } from './summary.ts';

/** The whole report as JSON, with the summary's sentences; `docs/formats.md` describes it. */
export function json(report: ReviewReport): string {
  const sentences = summary(report).map(({ lead = '', text }) => ({ about: lead, text }));
  return `${JSON.stringify({ ...report, summary: sentences }, null, 2)}\n`;
}
