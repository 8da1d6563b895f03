import { sayProblems } from '../words.ts';

// What can be wrong with a workbook, whatever is read from it.
sayProblems({
  'cell-error': ({ found }) => `The cell shows the error ${String(found)}. Put the value in.`,
  'formula-without-result': () =>
    'The cell holds a formula that was never worked out. Open the file in a spreadsheet program, save it, and send it again.',
  'workbook-too-slow': () =>
    'Reading this workbook takes too long. Copy its sheets into a new workbook and send that.',
  'unpacks-too-large': () =>
    'Unpacked, this workbook is too large to be read. Take out what you do not need here.',
});
