import { useState } from 'react';
import type { Draws } from '@freehold/core/composite';
import { IntervalPlot } from '../figure/index.ts';
import { Choice } from '../parts/field.tsx';
import { count } from '../words.ts';
import { sourcesOf } from './results.tsx';
import type { OpenedPage } from './use-index.ts';

/** Of one unit against each other one: in how many draws of a hundred it is ahead. */
export function Ahead({
  index,
  draw,
  words,
}: {
  index: OpenedPage;
  draw: Draws;
  words: readonly [string, string];
}) {
  const rows = index.rows ?? [];
  const [unit, setUnit] = useState(rows[0]?.unit ?? '');
  const own = rows.find((row) => row.unit === unit) ?? rows[0];
  if (own === undefined) return null;
  const at = draw.standings.findIndex((each) => each.unit === own.unit);
  const n = draw.standings.length;
  const others = rows.flatMap((row) => {
    const place = draw.standings.findIndex((each) => each.unit === row.unit);
    return row.unit === own.unit || place < 0
      ? []
      : [{ label: row.name, value: (draw.ahead[at * n + place] ?? 0) * 100 }];
  });
  const alike = others.filter(({ value }) => value > 5 && value < 95).length;
  return (
    <>
      <Choice
        label="Beside each other"
        value={own.unit}
        options={rows.map((row) => [row.unit, row.name] as const)}
        onChange={setUnit}
      />
      <IntervalPlot
        finding={`${own.name} cannot be told apart from ${count(alike, `other ${words[0]}`, `other ${words[1]}`)}`}
        measure={`In how many draws of a hundred ${own.name} is higher; from 95, or up to 5, the two are told apart`}
        fileName={`${index.definition.title} ${own.name} beside others`}
        source={sourcesOf(index)}
        scale={{ least: 0, most: 100, decimals: 0 }}
        rows={others.map((each) => ({ ...each, low: null, high: null }))}
      />
    </>
  );
}
