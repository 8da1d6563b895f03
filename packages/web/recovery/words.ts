import { sayProblems } from '../words.ts';
import '../survivor-input/words.ts';

sayProblems({
  'not-a-year': () => 'Write a year from 2000 to 2100, such as 2025.',
  'not-a-count': () => 'Write a whole number, 0 or more; leave the row out where nothing is known.',
  'row-repeated': ({ before }) =>
    `Row ${String(before)} says the same combination already. Keep one.`,
  'too-many-rows': ({ most }) => `A file may have ${String(most)} rows at most.`,
  'stage-does-not-fit': ({ outcome, allowed }) =>
    `A claim that is ${String(outcome)} can only be: ${[allowed].flat().join(', ')}.`,
  'only-of-awarded': () => 'Only awarded claims have an amount. Leave it empty here.',
  'only-of-decided': () => 'Only awarded and refused claims have a duration. Leave it empty here.',
  'barrier-reason-needed': () => 'Say why it is settled.',
  'route-unknown': () => 'Choose one of the routes, or none.',
});
