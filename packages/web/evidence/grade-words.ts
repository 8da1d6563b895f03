import { levelOf, type Given, type GradeScale } from '@freehold/core/evidence';
import { marylandWords } from './words.ts';

/** One scale of the study and, for GRADE, one of its outcomes. */
export type GradeOn = { readonly scale: GradeScale; readonly outcome: string };

/** A grade as people say it. */
export function givenWords(given: Given): string {
  const level = levelOf(given);
  switch (given.scale) {
    case 'maryland':
      return `${level} of 5: ${marylandWords[given.value] ?? ''}`;
    case 'nesta':
      return `Level ${level} of 5`;
    default: {
      const words = level.replaceAll('-', ' ');
      return words.charAt(0).toUpperCase() + words.slice(1);
    }
  }
}
