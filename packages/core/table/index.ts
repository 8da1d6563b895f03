export { byRow, columnsIn, emptyCells, type Columns } from './columns.ts';
export { delimiters, sniffed, type Delimiter } from './delimiter.ts';
export { TableReader } from './reader.ts';
export { named, records, repeated, type Records, type TableRecord } from './records.ts';
export { usualLimits, type Limits, type TableRow } from './splitter.ts';
export { csvText, type Cell } from './writer.ts';
