import type { Study } from './study.ts';
import { survivorRole } from './survivor-role.ts';

/** How many studies say that survivors had a part, of how many of which it is known. */
export type Inclusion = { readonly yes: number; readonly known: number; readonly all: number };
export type SurvivorInclusion = Readonly<
  Record<'any' | 'design' | 'implementation' | 'evaluation', Inclusion>
>;

/** Counts survivors' part in studies; a study that does not say is not counted as one without. [EV-4] [EV-18] */
export function survivorInclusion(studies: readonly Study[]): SurvivorInclusion {
  const of = (said: (study: Study) => boolean | null): Inclusion => {
    const answers = studies.map(said).filter((each) => each !== null);
    return { yes: answers.filter(Boolean).length, known: answers.length, all: studies.length };
  };
  return {
    any: of(survivorRole),
    design: of(({ survivorsInDesign }) => survivorsInDesign),
    implementation: of(({ survivorsInImplementation }) => survivorsInImplementation),
    evaluation: of(({ survivorsInEvaluation }) => survivorsInEvaluation),
  };
}
