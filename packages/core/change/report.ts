import type { Document } from '../document/index.ts';
import type { ReportInput, TheoryReport } from './written/frame.ts';
import { narrativeOf } from './written/narrative.ts';
import { evidenceDocument, indicatorDocument, logframeDocument } from './written/tables.ts';

/** One of a theory's four reports. */
export function theoryReport(kind: TheoryReport, input: ReportInput): Document {
  switch (kind) {
    case 'narrative':
      return narrativeOf(input);
    case 'logframe':
      return logframeDocument(input);
    case 'indicators':
      return indicatorDocument(input);
    case 'evidence':
      return evidenceDocument(input);
  }
}
