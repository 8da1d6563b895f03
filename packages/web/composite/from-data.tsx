import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { madeIndex, type IndexDefinition } from '@freehold/core/composite';
import { PlaceType } from '@freehold/core/place';
import { citation } from '@freehold/core/source';
import { queries } from '../api.ts';
import { figureWords } from '../figure/words.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Empty, Notice } from '../parts/notice.tsx';
import { Loading } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Tick } from '../parts/tick.tsx';
import { measureListQuery, type Measure } from '../place/calls.ts';
import { placeTypes } from '../place/words.ts';
import { indexDataQuery, type IndexData } from './calls.ts';

/** An indicator that was chosen: which way it points, and what it is grouped with. */
type Chosen = { readonly direction: 1 | -1; readonly group: string };

/** An index out of the partnership’s own observations, for all places of a type. */
export function FromData({
  partnership,
  onFound,
}: {
  partnership: string;
  onFound: (found: IndexDefinition | null) => void;
}) {
  const { data, error } = useQuery(measureListQuery(partnership));
  const [title, setTitle] = useState('');
  const [type, setType] = useState<PlaceType>('district');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const look = useMutation({
    mutationFn: () =>
      queries.fetchQuery(
        indexDataQuery(partnership, { type, parent: null, measures: [...chosen.keys()] }),
      ),
    onSuccess: (found) => onFound(indexOf(found, { title: title.trim(), type, chosen })),
  });
  const usable = (data?.measures ?? []).filter(({ places }) => places > 1);
  const choose = (code: string, to: Chosen | null) => {
    onFound(null);
    look.reset();
    const next = new Map(chosen);
    if (to === null) next.delete(code);
    else next.set(code, to);
    setChosen(next);
  };
  if (data === undefined)
    return error === null ? <Loading what="the measures" /> : <Problems error={error} />;
  if (usable.length === 0)
    return (
      <Empty title="No measure is there for several places yet">
        <p>Import data for several places first, under Data.</p>
      </Empty>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        look.mutate();
      }}
    >
      <TextField
        label="What is the index about?"
        required
        maxLength={200}
        value={title}
        onChange={setTitle}
      />
      <Choice
        label="Places"
        value={type}
        options={PlaceType.options.map((each) => [each, placeTypes[each][1]] as const)}
        onChange={(next) => {
          onFound(null);
          setType(next);
        }}
      />
      <fieldset className="index-measures">
        <legend>Indicators: the newest period of each, like beside like</legend>
        {usable.map((measure) => (
          <MeasureChoice
            key={measure.code}
            measure={measure}
            chosen={chosen.get(measure.code) ?? null}
            onChange={(to) => choose(measure.code, to)}
          />
        ))}
      </fieldset>
      <Problems error={look.error} />
      {look.data !== undefined && emptyOnes(look.data, chosen).length > 0 && (
        <Notice tone="warn" title="Left out">
          <p>
            No {placeTypes[type][0]} has a value of {emptyOnes(look.data, chosen).join(', ')}.
          </p>
        </Notice>
      )}
      <div>
        <Button type="submit" disabled={chosen.size === 0 || title.trim() === '' || look.isPending}>
          Gather the values
        </Button>
      </div>
    </form>
  );
}

function MeasureChoice({
  measure: { title, unit, direction, detection },
  chosen,
  onChange,
}: {
  measure: Measure;
  chosen: Chosen | null;
  onChange: (to: Chosen | null) => void;
}) {
  const usual = direction === '-' ? -1 : 1;
  return (
    <div className="index-measure">
      <Tick
        words={`${title} (${unit})`}
        on={chosen !== null}
        onChange={(on) => onChange(on ? { direction: usual, group: '' } : null)}
      />
      {chosen !== null && (
        <div className="row">
          <Choice<'1' | '-1'>
            label="Which way it points"
            {...(direction === 'o' && {
              hint: 'The measure itself says neither: decide, and say why in the note.',
            })}
            value={chosen.direction === 1 ? '1' : '-1'}
            options={[
              ['1', 'More is better'],
              ['-1', 'Less is better'],
            ]}
            onChange={(next) => onChange({ ...chosen, direction: next === '1' ? 1 : -1 })}
          />
          <TextField
            label="Group (optional)"
            maxLength={100}
            value={chosen.group}
            onChange={(group) => onChange({ ...chosen, group })}
          />
        </div>
      )}
      {detection && <p className="small soft">{figureWords.detection}</p>}
    </div>
  );
}

function emptyOnes({ measures }: IndexData, chosen: ReadonlyMap<string, Chosen>) {
  const there = new Set(measures.map(({ code }) => code));
  return [...chosen.keys()].filter((code) => !there.has(code));
}

/** Units are those with any value: a place of which nothing is known is not in an index. */
function indexOf(
  { places, measures }: IndexData,
  { title, type, chosen }: { title: string; type: PlaceType; chosen: ReadonlyMap<string, Chosen> },
): IndexDefinition | null {
  const known = places.flatMap((place, at) =>
    measures.some(({ values }) => (values[at] ?? null) !== null) ? [{ ...place, at }] : [],
  );
  if (known.length === 0 || measures.length === 0) return null;
  return madeIndex({
    ...{ title, note: '', placeType: type },
    units: known.map(({ code, name }) => ({ code: code ?? name, name })),
    indicators: measures.map((measure) => ({
      ...{ code: measure.code, title: measure.title, unit: measure.unit, period: measure.period },
      ...(chosen.get(measure.code) ?? { direction: 1, group: '' }),
      source: citation(measure.source),
      notice: measure.detection ? figureWords.detection : '',
      cells: known.map(({ at }) => measure.values[at] ?? null),
    })),
  });
}
