import { sayProblems } from '../words.ts';

sayProblems({
  'corrected-already': () =>
    'Somebody has corrected this already. Load the page again, and correct what stands now.',
});
