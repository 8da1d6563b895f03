import type { Document } from './document.ts';

/** Who a report is of, and of which day. */
export type ReportHead = Pick<Document, 'partnership' | 'place' | 'madeUp' | 'madeOn'>;

/** What a report says. Where it has no running head of its own, that is the place and the title. */
export type ReportBody = Pick<Document, 'kind' | 'title' | 'subtitle' | 'sections' | 'sheet'> &
  Partial<Pick<Document, 'running' | 'marking'>>;

/** Puts the head of a report around what it says. [DO-1] */
export function headed(head: ReportHead, says: ReportBody): Document {
  const { partnership, place, madeUp, madeOn } = head;
  const { kind, title, subtitle, sections, sheet } = says;
  return {
    format: 'freehold-document/1',
    ...{ kind, title, subtitle, running: says.running ?? `${place}: ${title}` },
    ...{ partnership, place, madeUp, madeOn, marking: says.marking ?? '' },
    ...{ sections, sheet },
  };
}
