import { count, percent } from '../words.ts';
import type { StudioState } from './desk.ts';
import type { Step } from './search.ts';

/** What the studio's page has found so far, as a sentence. */
export function studioTitle(studio: StudioState, step: Step): string {
  const { opened, coded, assessed, runs, chosen, signed } = studio;
  switch (step) {
    case 'prepare':
      if (opened === null) return 'Make a release that points at nobody';
      return coded === null
        ? `${opened.name}: say what each column holds`
        : `${opened.name} is read, and ready to be assessed`;
    case 'assess':
      if (assessed === null) return 'How many records stand out?';
      return `${percent(assessed.risk.rareRows / Math.max(1, assessed.risk.rows))} of the records stand out among fewer than ${assessed.k}`;
    case 'release':
      if (runs.length === 1) return 'A release is made; check it, or make another';
      return runs.length === 0
        ? 'Choose how the release protects people'
        : `${count(runs.length, 'release is', 'releases are')} made; choose the one to check`;
    case 'check':
      return signed !== null && signed.run === chosen
        ? `Release ${chosen} is checked and signed by ${signed.name}`
        : `Is release ${chosen} good enough, and safe enough?`;
    case 'publish':
      return `Release ${chosen} is ready to leave`;
  }
}
