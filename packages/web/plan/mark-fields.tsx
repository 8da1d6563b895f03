import { FourP, Pathway } from '@freehold/core/framework';
import { fourPWords, pathwayWords } from '../framework/axes.ts';
import { Choice } from '../parts/field.tsx';

export type Marks = { readonly pathway: Pathway | null; readonly fourP: FourP | null };

/** Where something belongs on the two axes of the response; nobody has to say. */
export function MarkFields({
  marks: { pathway, fourP },
  onChange,
}: {
  marks: Marks;
  onChange: (change: Partial<Marks>) => void;
}) {
  return (
    <>
      <Choice
        label="Where on a person’s way?"
        hint="From prevention to sustainable freedom. The cycle’s matrix counts by it."
        value={pathway ?? ''}
        options={[
          ['', 'Not said'],
          ...Pathway.options.map((each) => [each, pathwayWords[each]] as const),
        ]}
        onChange={(next) => onChange({ pathway: next === '' ? null : next })}
      />
      <Choice
        label="Which of the four Ps?"
        hint="As the national strategy sorts what is done."
        value={fourP ?? ''}
        options={[
          ['', 'Not said'],
          ...FourP.options.map((each) => [each, fourPWords[each]] as const),
        ]}
        onChange={(next) => onChange({ fourP: next === '' ? null : next })}
      />
    </>
  );
}
