import type { Network } from '@freehold/core/graph';
import { Choice, TextField } from '../parts/field.tsx';
import type { NetworkSearch } from './search.ts';
import type { NetworkView } from './use-view.ts';
import { colourings, groupings, sizings } from './view.ts';
import { attributeTitle, valueWords } from './words.ts';

/** How the network is drawn, and which part of it. */
export function Controls({
  network,
  view: { colour, size, metrics },
  search,
  onChange,
}: {
  network: Network;
  view: NetworkView;
  search: NetworkSearch;
  onChange: (next: NetworkSearch) => void;
}) {
  const filters = groupings(network);
  const by = search.by ?? '';
  const heaviest = network.ties.reduce((most, { weight }) => Math.max(most, weight), 0);
  const weighted = network.ties.some(({ weight }) => weight !== heaviest);
  return (
    <div className="network-controls">
      <Choice
        label="Colour by"
        value={colour}
        options={colourings(network, metrics !== null)}
        onChange={(value) => onChange({ colour: value })}
      />
      <Choice
        label="Size by"
        value={size}
        options={sizings(metrics !== null)}
        onChange={(value) => onChange({ size: value })}
      />
      <Choice
        label="Show"
        value={search.is === undefined ? '' : JSON.stringify([by, search.is])}
        options={[
          ['', 'Everybody'],
          ...filters.flatMap((name) =>
            valuesOf(network, name).map((value): [string, string] => [
              JSON.stringify([name, value]),
              `${attributeTitle(name)}: ${valueWords(name, value)}`,
            ]),
          ),
        ]}
        onChange={(value) => {
          const [name = '', is = ''] = value === '' ? [] : (JSON.parse(value) as string[]);
          onChange({ by: name, is });
        }}
      />
      {weighted && (
        <TextField
          label={`Ties of at least (1 to ${heaviest})`}
          type="number"
          value={search.least === undefined ? '' : String(search.least)}
          onChange={(value) => onChange({ least: Number(value) })}
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={search.tied ?? false}
          onChange={(event) => onChange({ tied: event.target.checked })}
        />{' '}
        Leave out who has no tie
      </label>
    </div>
  );
}

function valuesOf({ nodes }: Network, name: string): readonly string[] {
  const values = nodes.map(({ attributes }) => String(attributes[name] ?? ''));
  return [...new Set(values)].filter((value) => value !== '').toSorted();
}
