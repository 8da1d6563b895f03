import type { Outcome, Study } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';

type Findings = Study['findings'];
const directions = ['positive', 'none', 'mixed', 'negative', 'unclear'] as const;

/** What a study found, an outcome a row; a code that only a file used stays as it is. */
export function FindingRows({
  findings,
  offered,
  onChange,
}: {
  findings: Findings;
  offered: readonly Outcome[];
  onChange: (findings: Findings) => void;
}) {
  const change = (at: number, part: Partial<Findings[number]>) =>
    onChange(findings.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <fieldset className="stack">
      <legend>What it found</legend>
      {findings.map((finding, at) => (
        <div key={at} className="side-by-side">
          <Choice
            label="Outcome"
            value={finding.outcome}
            options={[
              ...(offered.some(({ code }) => code === finding.outcome)
                ? []
                : [[finding.outcome, finding.outcome] as const]),
              ...offered.map(({ code, label }) => [code, label] as const),
            ]}
            onChange={(outcome) => change(at, { outcome })}
          />
          <Choice
            label="Direction"
            value={finding.direction}
            options={directions.map((each) => [each, each] as const)}
            onChange={(direction) => change(at, { direction })}
          />
          <TextField
            label="What was measured"
            value={finding.measure}
            onChange={(measure) => change(at, { measure })}
          />
          <Button
            tone="quiet"
            onClick={() => onChange(findings.filter((_, place) => place !== at))}
          >
            Take away
          </Button>
        </div>
      ))}
      <div>
        <Button
          onClick={() =>
            onChange([
              ...findings,
              {
                ...{ outcome: offered[0]?.code ?? 'exploitation', direction: 'unclear' },
                ...{ effect: null, low: null, high: null, unit: '', measure: '', grade: null },
              },
            ])
          }
        >
          Add an outcome
        </Button>
      </div>
    </fieldset>
  );
}
