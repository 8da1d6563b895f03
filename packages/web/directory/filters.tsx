import { useState } from 'react';
import { Choice, TextField } from '../parts/field.tsx';
import { Button } from '../parts/button.tsx';
import type { Filter } from './filter.ts';
import { codeChoices } from './words.ts';

/** The filters of the directory: what they offer is what there is. */
export function Filters({
  filter,
  areas,
  onChange,
}: {
  filter: Filter;
  areas: readonly string[];
  onChange: (filter: Filter) => void;
}) {
  const set = (change: Filter) => onChange({ ...filter, ...change });
  const choice = (label: string, key: keyof Filter, list: string) => (
    <Choice
      label={label}
      value={filter[key] ?? ''}
      options={codeChoices(list, 'Any')}
      onChange={(value) => set({ [key]: value })}
    />
  );
  // A phone has no room for eight choices before the list.
  const [open, setOpen] = useState(() => matchMedia('(min-width: 700px)').matches);
  const any = Object.values(filter).some((value) => value !== '');
  return (
    <search className="stack-tight">
      <TextField
        label="Name or area"
        type="search"
        value={filter.query ?? ''}
        onChange={(query) => set({ query })}
      />
      <details
        className="method"
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>Narrow the list{any ? ' (narrowed)' : ''}</summary>
        <div className="partners-filters">
          <Choice
            label="Area"
            value={filter.area ?? ''}
            options={[['', 'Any'], ...areas.map((area): [string, string] => [area, area])]}
            onChange={(area) => set({ area })}
          />
          {choice('Chaired by', 'chair', 'lead')}
          {choice('Co-ordinated by', 'coordinator', 'lead')}
          {choice('Activity', 'activity', 'activity')}
          {choice('Type', 'type', 'partnership-type')}
          {choice('Scale', 'scale', 'scale')}
          {choice('A member’s sector', 'sector', 'sector')}
          <Choice
            label="Last verified"
            value={filter.fresh ?? ''}
            options={[
              ['', 'Any'],
              ['fresh', 'Within 12 months'],
              ['stale', 'Longer ago, or never'],
            ]}
            onChange={(fresh) => set({ fresh })}
          />
          {any && <Button onClick={() => onChange({})}>Clear the filters</Button>}
        </div>
      </details>
    </search>
  );
}
