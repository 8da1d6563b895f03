import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayCoordinate } from '@freehold/core/access';
import { PlaceType } from '@freehold/core/place';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { useCrumbs } from '../shell/crumbs.tsx';
import type { PlaceLine } from './calls.ts';
import { useHomePlace } from './home-place.ts';
import { PlacePicker } from './place-picker.tsx';
import { heading, placeTypes } from './words.ts';
import './words.ts';
import '../look/place.css';

/** Adds one place by hand. Where the partnership has no place yet, it becomes that place. */
export function NewPlace() {
  const { partnership } = useParams({ from: '/p/$partnership/places/new' });
  const navigate = useNavigate();
  const mine = usePartnership(partnership);
  const setHome = useHomePlace(partnership);
  const [name, setName] = useState('');
  const [type, setType] = useState<PlaceType>('district');
  const [code, setCode] = useState('');
  const [year, setYear] = useState('');
  const [parents, setParents] = useState<readonly Pick<PlaceLine, 'id' | 'name'>[]>([]);
  useCrumbs({ words: 'Places', to: `/p/${partnership}/places` }, { words: 'Add a place' });
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await got(
        api.partnerships[':partnership'].places.$post({
          param: { partnership },
          json: {
            type,
            name: name.trim(),
            code: code.trim() === '' ? null : code.trim(),
            codeYear: year.trim() === '' ? null : Number(year),
            parents: parents.map((each) => each.id),
          },
        }),
      );
      if (mine !== null && mine.homePlace === null && mayCoordinate(mine.role)) {
        await setHome.mutateAsync(id);
      }
      return id;
    },
    onSuccess: async (place) => {
      await queries.invalidateQueries({ queryKey: ['places', partnership] });
      await navigate(
        mine?.homePlace === null
          ? { to: '/p/$partnership', params: { partnership } }
          : { to: '/p/$partnership/places/$place/about', params: { partnership, place } },
      );
    },
  });
  return (
    <Page
      title="Add a place"
      lede="For a place that no official list holds, such as a harbour quarter, or before you import one."
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Problems error={add.error} />
        <TextField label="Name" value={name} onChange={setName} maxLength={200} required />
        <Choice
          label="Type"
          hint="Places are compared with others of their type."
          value={type}
          options={PlaceType.options.map((each) => [each, heading(placeTypes[each][0])] as const)}
          onChange={setType}
        />
        <TextField
          label="Official code (if it has one)"
          hint="Such as E07000136. Imported data find the place by it."
          value={code}
          onChange={setCode}
          maxLength={30}
        />
        {code.trim() !== '' && (
          <TextField
            label="Year of that code list"
            hint="Boundaries and codes change; 2024, for example."
            type="number"
            value={year}
            onChange={setYear}
          />
        )}
        <Parents partnership={partnership} parents={parents} onChange={setParents} />
        <div>
          <Button tone="primary" type="submit" disabled={add.isPending || name.trim() === ''}>
            Add this place
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Parents({
  partnership,
  parents,
  onChange,
}: {
  partnership: string;
  parents: readonly Pick<PlaceLine, 'id' | 'name'>[];
  onChange: (parents: readonly Pick<PlaceLine, 'id' | 'name'>[]) => void;
}) {
  return (
    <div className="stack-tight">
      <PlacePicker
        partnership={partnership}
        label="What it lies in (as many as there are)"
        hint="Its county, police force area or region. Data of these are shown where the place has none of its own."
        taken={parents.map(({ id }) => id)}
        choose="Add"
        onPick={(place) => onChange([...parents, place])}
      />
      <ul className="chosen">
        {parents.map(({ id, name }) => (
          <li key={id}>
            {name}
            <Button
              tone="quiet"
              aria-label={`Take away: ${name}`}
              onClick={() => onChange(parents.filter((each) => each.id !== id))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
