import { useMemo } from 'react';
import {
  choicesOf,
  noFilter,
  strengthOf,
  strengths,
  type MapFilter,
  type MapStudy,
} from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Ticks } from '../parts/tick.tsx';
import { count } from '../words.ts';
import { strengthWords } from './map-words.ts';

type Lists = 'countries' | 'designs' | 'populations' | 'settings' | 'exploitation';
const lists: readonly (readonly [
  key: Lists,
  legend: string,
  of: (study: MapStudy) => readonly string[],
])[] = [
  ['countries', 'Country', ({ countries }) => countries],
  ['designs', 'Design', ({ design }) => [design]],
  ['populations', 'People', ({ populations }) => populations],
  ['settings', 'Setting', ({ setting }) => [setting]],
  ['exploitation', 'Form of exploitation', ({ exploitation }) => exploitation],
];

/** As many as one looks through; the rest are found by words. */
const mostChoices = 40;

/** What keeps a study on the map: country, design, people, setting, form, strength, year, words of its title. */
export function MapFilters({
  all,
  kept,
  filter,
  onChange,
}: {
  all: readonly MapStudy[];
  kept: number;
  filter: MapFilter;
  onChange: (filter: MapFilter) => void;
}) {
  const offered = useMemo(
    () => lists.map(([key, legend, of]) => ({ key, legend, choices: choicesOf(all, of) })),
    [all],
  );
  const counts = useMemo(
    () => new Map(choicesOf(all, (study) => [strengthOf(study)]).map(({ value, n }) => [value, n])),
    [all],
  );
  const used = JSON.stringify(filter) !== JSON.stringify(noFilter);
  const year = (text: string) => (/^\d{4}$/.test(text) ? Number(text) : null);
  return (
    <section className="map-filters stack-tight" aria-label="Filters">
      <div className="row">
        <TextField
          type="search"
          label="Words of the title"
          value={filter.words}
          onChange={(words) => onChange({ ...filter, words })}
        />
        <TextField
          type="number"
          label="From year"
          value={filter.from === null ? '' : String(filter.from)}
          onChange={(text) => onChange({ ...filter, from: year(text) })}
        />
        <TextField
          type="number"
          label="To year"
          value={filter.to === null ? '' : String(filter.to)}
          onChange={(text) => onChange({ ...filter, to: year(text) })}
        />
      </div>
      <div className="map-choices">
        <details>
          <summary>Strength{chosenWords(filter.strengths)}</summary>
          <Ticks
            legend="How far the design can be trusted"
            options={strengths.map((each) => [
              each,
              `${strengthWords[each]} (${counts.get(each) ?? 0})`,
            ])}
            chosen={filter.strengths}
            onChange={(next) =>
              onChange({ ...filter, strengths: strengths.filter((each) => next.includes(each)) })
            }
          />
        </details>
        {offered
          .filter(({ choices }) => choices.length > 1)
          .map(({ key, legend, choices }) => (
            <details key={key}>
              <summary>
                {legend}
                {chosenWords(filter[key])}
              </summary>
              <Ticks
                legend={
                  choices.length > mostChoices
                    ? `${legend}: the ${mostChoices} commonest of ${choices.length}`
                    : legend
                }
                options={choices
                  .filter(({ value }, at) => at < mostChoices || filter[key].includes(value))
                  .map(({ value, n }) => [value, `${value} (${n})`])}
                chosen={filter[key]}
                onChange={(next) => onChange({ ...filter, [key]: next })}
              />
            </details>
          ))}
      </div>
      <div className="row">
        <p className="small" role="status">
          {used
            ? `${count(kept, 'study', 'studies')} of ${all.length} kept`
            : `All ${count(all.length, 'study', 'studies')}`}
        </p>
        {used && (
          <Button tone="quiet" onClick={() => onChange(noFilter)}>
            Show all again
          </Button>
        )}
      </div>
    </section>
  );
}

function chosenWords(chosen: readonly string[]): string {
  return chosen.length === 0 ? '' : ` (${chosen.length} chosen)`;
}
