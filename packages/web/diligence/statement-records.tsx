import type { StatementArea } from '@freehold/core/diligence';
import { count } from '../words.ts';
import type { Statement } from './statement-calls.ts';

/** What the partnership's own records hold today that bears on an area; nothing where they hold none. */
export function Records({ area, records }: { area: StatementArea; records: Statement['records'] }) {
  const lines = linesFor(area, records);
  if (lines.length === 0) return null;
  return (
    <aside className="stack-tight" aria-label="What your records hold today">
      <p className="strong small">What your records hold today</p>
      <ul className="small missing">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="small soft">For you to use; nothing is put into the text by itself.</p>
    </aside>
  );
}

function linesFor(
  area: StatementArea,
  { suppliers, sites, countries, risks, actions, incidents, remedies }: Statement['records'],
): readonly string[] {
  switch (area) {
    case 'structure':
      return suppliers === 0
        ? []
        : [
            `${count(suppliers, 'supplier', 'suppliers')} in ${count(countries, 'country', 'countries')}, ${count(sites, 'site', 'sites')}.`,
          ];
    case 'risk':
      return risks.open === 0
        ? []
        : [`${count(risks.open, 'risk is', 'risks are')} open, ${risks.high} of them high.`];
    case 'diligence':
      return [
        `${count(incidents.all, 'incident', 'incidents')} on record: ${incidents.open} open, ${incidents.closed} closed.`,
        `${count(remedies.all, 'remedy', 'remedies')}: ${remedies.checked} checked, ${remedies.works} found to work wholly or in part.`,
        `${actions.done} of ${count(actions.all, 'action', 'actions')} done, ${actions.late} late.`,
      ];
    case 'policies':
    case 'effectiveness':
    case 'training':
      return [];
  }
}
