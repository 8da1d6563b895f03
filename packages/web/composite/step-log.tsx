import { unitNames, type Step, type Table } from '@freehold/core/composite';
import { count, list, number } from '../words.ts';

const ofStep = ['', 'screen', 'denominate', 'impute', 'treat', '', '', '', 'adjust', ''] as const;
const mostLines = 8;

/** What a step did to whom, as the result's own log has it. */
export function StepLog({ at, log, table }: { at: number; log: readonly Step[]; table: Table }) {
  const lines = log.filter(({ step }) => step === ofStep[at]);
  if (lines.length === 0 || at === 2) return null;
  const names = unitNames(table);
  const named = (units: readonly string[]) => list(units.map((unit) => names.get(unit) ?? unit));
  return (
    <details className="step-log">
      <summary>What it did: {count(lines.length, 'line', 'lines')}</summary>
      <ul>
        {lines.slice(0, mostLines).map((line) => (
          <li key={JSON.stringify(line)}>{lineWords(line, named)}</li>
        ))}
      </ul>
      {lines.length > mostLines && (
        <p className="small soft">
          … and {lines.length - mostLines} more; the bundle has them all.
        </p>
      )}
    </details>
  );
}

function lineWords(line: Step, named: (units: readonly string[]) => string): string {
  switch (line.step) {
    case 'screen':
      return `Left out: ${named(line.left)}.`;
    case 'denominate':
      return `${line.indicator} divided by ${line.by}.`;
    case 'impute':
      return `${line.indicator} filled for ${named(line.units)}.`;
    case 'treat':
      return `${line.indicator}: ${treated[line.done]}${line.units.length > 0 ? ` (${named(line.units)})` : ''}${line.stillOut ? '; still out of shape' : ''}.`;
    case 'adjust':
      return `${line.node} of ${named([line.unit])}: ${number(line.from, 2)} became ${number(line.to, 2)}. ${line.reason}`;
  }
}

const treated = {
  winsorised: 'outermost values moved in',
  log: 'brought to logarithms',
  'box-cox': 'brought to a power',
  nothing: 'left as it is',
} as const;
