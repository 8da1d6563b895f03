import type { Theory } from '../model.ts';
import { readOutline } from '../outline-read.ts';
import {
  actorsAndEntryPoints,
  climateLoop,
  communityReporting,
  fivePathways,
  recovery,
} from './outlines.ts';

/** A theory to begin from. `standing` says what of it is found and what is proposed. */
export type Starter = {
  readonly code: string;
  readonly theory: Theory;
  readonly standing: string;
};

/** The theories that are shipped, in the order in which they are offered. [TC-23] */
export const starters: readonly Starter[] = [
  starter(
    'pathways',
    fivePathways,
    'The pathways are found; outcomes and activities are proposed.',
  ),
  starter('actors', actorsAndEntryPoints, 'The actors are found; every entry point is PROPOSED.'),
  starter('climate', climateLoop, 'The circle is found; the steps out of it are partly proposed.'),
  starter(
    'recovery',
    recovery,
    'The seven core outcomes are found; what leads to them is proposed.',
  ),
  starter('reporting', communityReporting, 'All of it is proposed.'),
];

function starter(code: string, outline: string, standing: string): Starter {
  const theory = readOutline(outline);
  if (!theory.ok)
    throw new RangeError(`the starter ${code} does not fit: ${JSON.stringify(theory.problems)}`);
  return { code, theory: theory.value, standing };
}
