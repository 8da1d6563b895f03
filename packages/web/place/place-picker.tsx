import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { PlaceType } from '@freehold/core/place';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { placesQuery, type PlaceLine } from './calls.ts';
import { useSettled } from './settled.ts';
import { heading, whatPlaceIs } from './words.ts';

/** Finds a place by name and hands it over. `taken` are left out; `type` keeps to one type. */
export function PlacePicker({
  partnership,
  label,
  hint,
  type = null,
  taken = [],
  choose = 'Choose',
  none,
  onPick,
}: {
  partnership: string;
  label: string;
  hint?: string;
  type?: PlaceType | null;
  taken?: readonly string[];
  choose?: string;
  none?: ReactNode;
  onPick: (place: PlaceLine) => void;
}) {
  const [find, setFind] = useState('');
  const asked = useSettled(find.trim());
  const { data, error } = useQuery({
    ...placesQuery(partnership, { find: asked, type, limit: 8 }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const found = asked === '' ? [] : (data?.places ?? []).filter(({ id }) => !taken.includes(id));
  return (
    <div className="stack-tight">
      <TextField
        label={label}
        {...(hint !== undefined && { hint })}
        type="search"
        autoComplete="off"
        value={find}
        onChange={setFind}
      />
      <Problems error={error} />
      <p role="status" className="small soft">
        {asked !== '' && data !== undefined && (found.length === 0 ? 'No place found.' : '')}
      </p>
      {asked !== '' && data !== undefined && found.length === 0 && none}
      <ul className="picks">
        {found.map((place) => (
          <li key={place.id}>
            <span>
              <span className="strong">{place.name}</span>{' '}
              <span className="small soft">
                {heading(whatPlaceIs(place))}
                {place.code !== null && ` · ${place.code}`}
              </span>
            </span>
            <Button
              aria-label={`${choose}: ${place.name}`}
              onClick={() => {
                setFind('');
                onPick(place);
              }}
            >
              {choose}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
