import { unsaid, type PlaceFields } from '@freehold/core/release/explorer';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import '../look/release-map.css';
import type { PlacesAtHand } from './desk.ts';
import { FileField } from './file-field.tsx';
import { MapFound } from './map-found.tsx';
import { MapPreview } from './map-preview.tsx';
import { mapPlacesWords as words } from './map-words.ts';
import type { Studio } from './use-desk.ts';
import { Wrong } from './wrong.tsx';

/** Where public geography is added to the map of a release, looked at, and taken out again. */
export function MapPlaces({ studio }: { studio: Studio }) {
  const { desk, places, work } = studio;
  return (
    <section className="stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.says}</p>
      <FileField
        label={words.file}
        hint={words.hint}
        accept=".geojson,.json,.csv,.tsv,.txt"
        disabled={work !== null}
        onFiles={([file]) => {
          if (file !== undefined) void desk.addPlaces(file, unsaid, places?.source ?? '');
        }}
      />
      <Wrong studio={studio} kinds={['places']} />
      {places !== null && <Added {...{ studio, places }} />}
    </section>
  );
}

function Added({ studio: { desk, work }, places }: { studio: Studio; places: PlacesAtHand }) {
  const { file, found, source } = places;
  const { taken } = found.read;
  return (
    <>
      <h3>{words.read(found.name, found.read.places.length, found.read.rows)}</h3>
      <Fields
        found={found}
        disabled={work !== null}
        onTaken={(fields) => void desk.addPlaces(file, { ...taken, ...fields }, source)}
      />
      <MapFound found={found} />
      {found.read.places.length > 0 && <MapPreview places={found.read.places} />}
      <TextField
        label={words.source}
        hint={words.sourceHint}
        value={source}
        maxLength={500}
        required
        onChange={(said) => desk.keepPlaces({ ...places, source: said })}
      />
      <Notice tone="warn">
        <p>{words.caution}</p>
      </Notice>
      <div>
        <Button onClick={() => desk.keepPlaces(null)}>{words.remove}</Button>
      </div>
    </>
  );
}

function Fields({
  found: { read },
  disabled,
  onTaken,
}: Pick<PlacesAtHand, 'found'> & {
  disabled: boolean;
  onTaken: (fields: Partial<PlaceFields>) => void;
}) {
  const { fields, taken, kind } = read;
  const field = (label: string, which: keyof PlaceFields) => (
    <Choice
      label={label}
      value={taken[which] ?? ''}
      options={[
        ...(taken[which] === null ? [['', words.choose] as const] : []),
        ...fields.map((name) => [name, name] as const),
      ]}
      onChange={(name) => {
        if (!disabled && name !== '') onTaken({ [which]: name });
      }}
    />
  );
  return (
    <div className="row">
      {field(words.names, 'name')}
      {kind === 'table' && field(words.latitude, 'latitude')}
      {kind === 'table' && field(words.longitude, 'longitude')}
    </div>
  );
}
