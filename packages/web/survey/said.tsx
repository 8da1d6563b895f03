import type { Words } from '@freehold/core/survey';
import { say } from '@freehold/core/survey';
import { createContext, use } from 'react';

/** The language that a survey is read in, with those that it falls back to, best first. */
const Languages = createContext<readonly string[]>(['en']);
export const LanguagesProvider = Languages.Provider;

/** Gives an instrument's text in the language that is read. */
export function useSay(): (words: Words) => string {
  const languages = use(Languages);
  return (words) => say(words, languages);
}
