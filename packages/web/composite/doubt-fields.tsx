import { errorsIn, sourceFor, type Source } from '@freehold/core/composite';
import { Tick } from '../parts/tick.tsx';
import { NumberField } from './number-field.tsx';
import { heading } from '../place/words.ts';
import type { StepProps } from './pipeline.tsx';
import { sourceWords } from './words.ts';

const kinds = [
  ...(['normalise', 'aggregate', 'weighting', 'weights'] as const),
  ...(['impute', 'treat', 'leave-out', 'values'] as const),
];

/** What could have been otherwise, how often it is drawn, and from which seed. */
export function Doubt({ definition, structure, change }: StepProps) {
  const { uncertainty, drawing, method } = definition;
  const sources = uncertainty?.sources ?? [];
  const known = {
    ...{ method, errors: errorsIn(definition) },
    indicators: structure.indicators.map(({ code }) => code),
  };
  const set = (next: readonly Source[]) =>
    change({
      uncertainty:
        next.length === 0 ? null : { node: uncertainty?.node ?? null, sources: [...next] },
    });
  const without = (kind: Source['kind']) => sources.filter((each) => each.kind !== kind);
  const offered = kinds.filter((kind) => sourceFor(kind, known).length > 0);
  return (
    <div className="stack">
      <div className="doubts">
        {offered.map((kind) => (
          <Tick
            key={kind}
            words={heading(sourceWords[kind])}
            on={sources.some((each) => each.kind === kind)}
            onChange={(on) => set(on ? [...sources, ...sourceFor(kind, known)] : without(kind))}
          />
        ))}
      </div>
      {sources.map(
        (source) =>
          source.kind === 'weights' && (
            <NumberField
              key="weights"
              label="Weights may be off by so many hundredths"
              value={Math.round(source.by * 100)}
              least={1}
              most={100}
              onChange={(by) =>
                set(sources.map((each) => (each === source ? { ...source, by: by / 100 } : each)))
              }
            />
          ),
      )}
      <div className="row end">
        <NumberField
          label="Draws"
          value={drawing.draws}
          least={100}
          most={20_000}
          whole
          onChange={(draws) => change({ drawing: { ...drawing, draws } })}
        />
        <NumberField
          label="Points for what matters most"
          value={drawing.base}
          least={16}
          most={4096}
          whole
          onChange={(base) => change({ drawing: { ...drawing, base } })}
        />
        <NumberField
          label="Seed"
          value={drawing.seed}
          least={0}
          most={0xffffffff}
          whole
          onChange={(seed) => change({ drawing: { ...drawing, seed } })}
        />
      </div>
      <p className="small soft">
        Where the data say how sure each value is, as when raters disagreed, values lie about
        themselves by that much. Each choice is as likely as the others.
      </p>
    </div>
  );
}
