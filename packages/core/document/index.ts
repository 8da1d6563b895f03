export {
  Block,
  Document,
  Paper,
  Section,
  Sheet,
  type Bar,
  type Chart,
  type Column,
  type Item,
  type Table,
} from './document.ts';
export { figuresTable, intervalOf, valueOf, type Figure } from './figures.ts';
export { capital, count, day, list, number, percent, percentPoints } from './words.ts';
export { headed, type ReportBody, type ReportHead } from './headed.ts';
export { paragraphs } from './paragraphs.ts';
export { offlinePage, pagePolicyOf, type PageContent, type PageParts } from './offline-page.ts';
