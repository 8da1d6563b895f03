import type { PlaceType } from '@freehold/core/place';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import type { Group, Measure, OnePlace } from './calls.ts';
import { PlacePicker } from './place-picker.tsx';
import { mostChosen, type CompareSearch } from './search.ts';
import { heading, placeTypes } from './words.ts';
import { useQueries } from '@tanstack/react-query';
import { placeQuery } from './calls.ts';

/** Which measure, beside which places. */
export function CompareChoices({
  partnership,
  place,
  parents,
  measures,
  measure,
  group,
  onChange,
}: {
  partnership: string;
  place: Pick<OnePlace['place'], 'id' | 'name' | 'type'>;
  parents: OnePlace['parents'];
  measures: readonly Measure[];
  measure: Measure;
  group: Group;
  onChange: (change: { readonly [K in keyof CompareSearch]: CompareSearch[K] | undefined }) => void;
}) {
  const chosen = group.kind === 'chosen' ? group.places : [];
  return (
    <section className="stack" aria-label="What is compared">
      <div className="row top">
        <Choice
          label="Measure"
          value={measure.code}
          options={measures.map(({ code, title }) => [code, title] as const)}
          onChange={(code) => onChange({ measure: code })}
        />
        <Choice
          label="Beside"
          value={group.kind === 'same-parent' ? group.parent : group.kind}
          options={[
            ['same-type', `All ${placeTypes[place.type][1]}`],
            ...parents.map(
              ({ id, name }) => [id, `${heading(placeTypes[place.type][1])} in ${name}`] as const,
            ),
            ['chosen', 'Places I choose'],
          ]}
          onChange={(next) =>
            onChange(
              next === 'same-type'
                ? { group: undefined, parent: undefined, places: undefined }
                : next === 'chosen'
                  ? { group: 'chosen', parent: undefined, places: chosen.join(',') }
                  : { group: 'same-parent', parent: next, places: undefined },
            )
          }
        />
      </div>
      {group.kind === 'chosen' && (
        <Chosen
          partnership={partnership}
          type={place.type}
          own={place.id}
          chosen={chosen}
          onChange={(places) => onChange({ places: places.join(',') })}
        />
      )}
      <details className="method">
        <summary>Compare another place</summary>
        <PlacePicker
          partnership={partnership}
          label="Place"
          taken={[place.id]}
          onPick={({ id }) =>
            onChange({ place: id, group: undefined, parent: undefined, places: undefined })
          }
        />
      </details>
    </section>
  );
}

function Chosen({
  partnership,
  type,
  own,
  chosen,
  onChange,
}: {
  partnership: string;
  type: PlaceType;
  own: string;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const names = useQueries({ queries: chosen.map((id) => placeQuery(partnership, id)) });
  return (
    <div className="stack-tight">
      <ul className="chosen">
        {chosen.map((id, index) => (
          <li key={id}>
            {names[index]?.data?.place.name ?? '…'}
            <Button
              tone="quiet"
              aria-label={`Take away: ${names[index]?.data?.place.name ?? 'place'}`}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {chosen.length < mostChosen && (
        <PlacePicker
          partnership={partnership}
          label="Add a place to compare with"
          hint="Four places with a value are needed before a group is shown."
          type={type}
          taken={[own, ...chosen]}
          choose="Add"
          onPick={({ id }) => onChange([...chosen, id])}
        />
      )}
    </div>
  );
}
