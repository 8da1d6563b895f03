import type { PartState } from '@freehold/core/cycle';
import { sayProblems } from '../words.ts';
import '../survivor-input/words.ts';

export const stateWords: Readonly<Record<PartState, string>> = {
  open: 'Open',
  ready: 'Ready',
  'left-out': 'Left out',
};

export const stateMeans: Readonly<Record<PartState, string>> = {
  open: 'Somebody still works on it. It stands in the document as it is.',
  ready: 'Whoever writes it is content with it.',
  'left-out': 'It stands in no version; what is written is kept.',
};

sayProblems({
  'changed-by-another': () =>
    'Somebody else has written here since you opened it. Compare below, then say which text stays.',
});
