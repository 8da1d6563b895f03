import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { PlaceSearch, type FoundPlace } from './place-choice.tsx';
import { RadioCards } from './radio-cards.tsx';

export type Comparison =
  | { kind: 'same-type' }
  | { kind: 'same-parent'; parent: string }
  | { kind: 'chosen'; places: string[] };

/** Beside which places the measured values stand: their quintile there becomes the 0 to 4. */
export function ComparisonChoice({
  partnership,
  place,
  comparison,
  onChange,
}: {
  partnership: string;
  place: FoundPlace | null;
  comparison: Comparison;
  onChange: (comparison: Comparison) => void;
}) {
  const parents = place?.parents ?? [];
  return (
    <section className="stack">
      <h2>Compare measured values with which places?</h2>
      <p className="small soft">
        Official figures become 0 to 4 by where the place stands in this group: the best fifth is 4,
        the worst fifth is 0. What people rate is not touched by it.
      </p>
      <RadioCards
        legend="Comparison group"
        name="comparison"
        chosen={comparison.kind}
        options={[
          {
            value: 'same-type',
            title: 'All places of the same type',
            says: 'Such as every district. The usual choice.',
          },
          ...(parents.length > 0
            ? [
                {
                  value: 'same-parent' as const,
                  title: 'Places of the same type in one larger place',
                  says: 'Such as every district of the county. Small groups make rough fifths.',
                },
              ]
            : []),
          {
            value: 'chosen',
            title: 'Places that you choose',
            says: 'Such as those most like yours. Say in the report why these.',
          },
        ]}
        onChange={(kind) => onChange(begin(kind, parents[0]?.id ?? ''))}
      />
      {comparison.kind === 'same-parent' && (
        <Choice
          label="Larger place"
          value={comparison.parent}
          options={parents.map(({ id, name }) => [id, name])}
          onChange={(parent) => onChange({ kind: 'same-parent', parent })}
        />
      )}
      {comparison.kind === 'chosen' && (
        <ChosenPlaces partnership={partnership} comparison={comparison} onChange={onChange} />
      )}
    </section>
  );
}

function begin(kind: Comparison['kind'], parent: string): Comparison {
  if (kind === 'same-parent') return { kind, parent };
  return kind === 'chosen' ? { kind, places: [] } : { kind };
}

function ChosenPlaces({
  partnership,
  comparison,
  onChange,
}: {
  partnership: string;
  comparison: Extract<Comparison, { kind: 'chosen' }>;
  onChange: (comparison: Comparison) => void;
}) {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const { places } = comparison;
  return (
    <div className="stack">
      <PlaceSearch
        partnership={partnership}
        label="Add a place to compare with"
        onChoose={(place) => {
          setNames((before) => new Map(before).set(place.id, place.name));
          onChange({ kind: 'chosen', places: [...new Set([...places, place.id])] });
        }}
      />
      {places.length < 4 && (
        <p className="small soft">
          With fewer than four places besides yours, measured values get no score.
        </p>
      )}
      <ul className="chosen-places">
        {places.map((id) => (
          <li key={id}>
            {names.get(id)}
            <Button
              tone="quiet"
              onClick={() =>
                onChange({ kind: 'chosen', places: places.filter((each) => each !== id) })
              }
            >
              Remove<span className="unseen"> {names.get(id)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
