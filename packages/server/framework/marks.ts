import { FourP, Pathway } from '@freehold/core/framework';

/** Where something belongs on the two axes of a response; null where nobody has said. */
export const marks = { pathway: Pathway.nullable(), fourP: FourP.nullable() };

/** The same for something new, where they may be left out. */
export const newMarks = {
  pathway: marks.pathway.default(null),
  fourP: marks.fourP.default(null),
};
