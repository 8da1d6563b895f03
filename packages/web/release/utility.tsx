import type { Evaluation, Figure } from '@freehold/core/release';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import { tenths } from './words.ts';
import { InsideTag } from './inside-tag.tsx';

/** How near the release is to the true records, by length of combination. */
export function Utility({ evaluation }: { evaluation: Evaluation }) {
  const { byLength, inWords, k } = evaluation;
  return (
    <section className="stack">
      <h2>
        How near it is to the records <InsideTag />
      </h2>
      <ul>
        {inWords.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Table
        stacks
        caption={`By how many values are taken together; with bounds that hold in 95 of 100 cases`}
        rows={byLength}
        rowKey={({ length }) => String(length)}
        columns={[
          {
            title: 'Values together',
            heads: true,
            cell: ({ length }) => (length === 0 ? 'All' : number(length)),
          },
          { title: `Kept, of ${k} or more`, cell: ({ preserved }) => shareWords(preserved) },
          { title: 'Invented', cell: ({ fabricated }) => shareWords(fabricated) },
          { title: 'Under k', cell: ({ leaked }) => shareWords(leaked) },
          { title: 'Off by, mean', cell: ({ errorAtLeastK }) => meanWords(errorAtLeastK) },
        ]}
      />
      <Method>
        <p>
          The released records are counted as the true ones were. Kept: of the combinations that {k}{' '}
          records or more share, those that the release has. Invented: of the released combinations,
          those that nobody has; under k: those that fewer than {k} have. Off by: the mean distance
          of a count from the true one, what is missing counting in full.
        </p>
      </Method>
    </section>
  );
}

function shareWords(figure: Figure): string {
  if (figure === null) return '– none';
  const { value, low, high } = figure;
  return `${tenths(value)} (${tenths(low)} to ${tenths(high)})`;
}

function meanWords(figure: Figure): string {
  if (figure === null) return '– none';
  const { value, low, high } = figure;
  return `${number(value, 1)} (${number(low, 1)} to ${number(high, 1)})`;
}
