import type { Study } from './study.ts';

/** True where survivors are known to have had any part; null where nothing is known of any. */
export function survivorRole(
  study: Pick<Study, 'survivorsInDesign' | 'survivorsInImplementation' | 'survivorsInEvaluation'>,
): boolean | null {
  const said = [
    study.survivorsInDesign,
    study.survivorsInImplementation,
    study.survivorsInEvaluation,
  ];
  if (said.includes(true)) return true;
  return said.every((each) => each === null) ? null : false;
}
