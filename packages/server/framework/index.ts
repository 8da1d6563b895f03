export { readFramework } from './received.ts';
export { readWorkbook, writeWorkbook } from './workbook.ts';
