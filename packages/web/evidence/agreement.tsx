import { useQuery } from '@tanstack/react-query';
import { Table } from '../parts/table.tsx';
import { number } from '../words.ts';
import { agreementQuery } from './calls.ts';
import { scaleWords } from './words.ts';

/** How far two raters agree beyond chance, on each scale that two have used. */
export function Agreement({ partnership }: { partnership: string }) {
  const { data } = useQuery(agreementQuery(partnership));
  const used = (data?.scales ?? []).filter(({ n }) => n > 0);
  if (used.length === 0) return null;
  return (
    <section className="stack">
      <h2>How far two raters agree</h2>
      <Table
        caption="Cohen’s kappa of the first two raters: 1 is full agreement, 0 is what chance gives"
        rows={used}
        rowKey={({ scale }) => scale}
        columns={[
          { title: 'Scale', heads: true, cell: ({ scale }) => scaleWords[scale] },
          {
            title: 'Kappa',
            figure: true,
            cell: ({ kappa }) => (kappa === null ? '– too alike to say' : number(kappa, 2)),
          },
          {
            title: 'Between',
            figure: true,
            cell: ({ low, high }) =>
              low === null || high === null ? '–' : `${number(low, 2)} and ${number(high, 2)}`,
          },
          { title: 'Same level', figure: true, cell: ({ agreed, n }) => `${agreed} of ${n}` },
        ]}
      />
    </section>
  );
}
