import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayCoordinate, type Role } from '@freehold/core/access';
import { citation } from '@freehold/core/source';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { measureListQuery } from '../place/calls.ts';
import { day, number, percent } from '../words.ts';
import { keepDefinition, type Peers, type Yardstick } from './calls.ts';

type Neighbourhood = NonNullable<Peers['neighbourhood']>;

/** Which places are most like this one, by what, and how much each of it makes of the distance. */
export function Neighbours({
  partnership,
  peers,
  role,
}: {
  partnership: string;
  peers: Peers;
  role: Role | null;
}) {
  const { neighbourhood, place } = peers;
  return (
    <section className="stack">
      <h2>Which places are most like {place.name}</h2>
      {neighbourhood === null ? (
        <p>
          Nearness is measured by circumstances that you choose, such as deprivation or population,
          from data that you have imported for several places. Nothing is chosen yet.
        </p>
      ) : (
        <Nearest name={place.name} near={neighbourhood} />
      )}
      {role !== null && mayCoordinate(role) && (
        <Define
          // A new version begins with what it holds.
          key={neighbourhood?.version ?? 0}
          partnership={partnership}
          now={neighbourhood?.yardsticks ?? []}
        />
      )}
    </section>
  );
}

function Nearest({ name, near }: { name: string; near: Neighbourhood }) {
  const title = new Map(near.yardsticks.map((each) => [each.code, each.title]));
  const detection = near.yardsticks.some((each) => each.detection);
  if (near.nearest.length === 0)
    return <p>{name} has no value of what nearness is measured by, or no other place has.</p>;
  return (
    <>
      <Table
        caption={`Nearest first, in standard deviations; definition ${near.version} of ${day(near.at)} by ${near.byName}`}
        rows={near.nearest}
        rowKey={({ id }) => id}
        stacks
        columns={[
          { title: 'Place', heads: true, cell: (row) => row.name },
          { title: 'Distance', figure: true, cell: ({ distance }) => number(distance, 2) },
          {
            title: 'What makes it',
            cell: ({ parts }) =>
              parts
                .map(
                  ({ code, share, apart }) =>
                    `${title.get(code) ?? code}: ${percent(share)} (${apart < 0 ? 'lower' : 'higher'} by ${number(Math.abs(apart), 1)})`,
                )
                .join('; '),
          },
          { title: 'Shares results', cell: ({ shares }) => (shares ? 'yes' : 'no') },
        ]}
      />
      <p className="small soft">
        Measured by{' '}
        {near.yardsticks
          .map(
            (each) =>
              `${each.title} (weight ${number(each.weight)}, ${each.period}, ${citation(each.source)})`,
          )
          .join('; ')}
        . {near.measured} places measured; {near.unmeasured} lack a value and are not taken for far
        away.
        {near.missing.length > 0 && ` ${name} itself has no value of ${near.missing.join(', ')}.`}
        {detection && ' Counts of referrals show detection, not prevalence.'}
      </p>
    </>
  );
}

function Define({
  partnership,
  now,
}: {
  partnership: string;
  now: readonly (Yardstick & { readonly title: string })[];
}) {
  const { data } = useQuery(measureListQuery(partnership));
  const [chosen, choose] = useState<readonly Yardstick[]>(
    now.map(({ code, weight }) => ({ code, weight })),
  );
  const keep = useMutation({ mutationFn: () => keepDefinition(partnership, chosen) });
  const usable = (data?.measures ?? []).filter(({ places }) => places > 1);
  if (usable.length === 0) return null;
  const weightOf = (code: string) => chosen.find((each) => each.code === code)?.weight ?? null;
  const set = (code: string, weight: number | null) =>
    choose([
      ...chosen.filter((each) => each.code !== code),
      ...(weight === null ? [] : [{ code, weight }]),
    ]);
  return (
    <details className="method">
      <summary>Choose what nearness is measured by</summary>
      <div className="stack">
        {usable.map(({ code, title }) => {
          const weight = weightOf(code);
          return (
            <div key={code} className="row">
              <label className="check">
                <input
                  type="checkbox"
                  checked={weight !== null}
                  onChange={(event) => set(code, event.target.checked ? 1 : null)}
                />{' '}
                {title}
              </label>
              {weight !== null && (
                <Field label={`Weight of ${title}`}>
                  {(wiring) => (
                    <input
                      {...wiring}
                      className="input"
                      type="number"
                      min={0.1}
                      max={10}
                      step={0.1}
                      value={weight}
                      onChange={(event) => set(code, Number(event.target.value))}
                    />
                  )}
                </Field>
              )}
            </div>
          );
        })}
        <Problems error={keep.error} />
        <div>
          <Button
            tone="primary"
            disabled={chosen.length === 0 || keep.isPending}
            onClick={() => keep.mutate()}
          >
            Keep as a new definition
          </Button>
        </div>
        <p className="small soft">
          The definition before stays under its number, so that older comparisons can be rebuilt.
        </p>
      </div>
    </details>
  );
}
