import { current, type Figures } from '@freehold/core/prevention';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import type { Portfolio } from './calls.ts';
import { FlowFigure } from './flow-figure.tsx';
import type { Here } from './frame.tsx';
import { HeatMatrix } from './heat-matrix.tsx';
import { InterventionTable } from './intervention-table.tsx';
import { PortfolioMap } from './map.tsx';
import { measures, views, type MeasureCode, type PortfolioSearch, type View } from './routes.tsx';
import { Timeline } from './timeline.tsx';

const viewWords: Readonly<Record<View, string>> = {
  ...{ matrix: 'Matrix', list: 'List', map: 'Map', timeline: 'Timeline', money: 'Money' },
};

const measureWords: Readonly<Record<MeasureCode, string>> = {
  ...{ count: 'Interventions', spend: 'Known spend', reach: 'People reached' },
};

/** The portfolio in one of its five views; the address says which. */
export function ViewOf({
  data,
  found,
  here,
  search,
  change,
}: {
  data: Portfolio;
  found: Figures;
  here: Here;
  search: PortfolioSearch;
  change: (next: Partial<PortfolioSearch>) => void;
}) {
  const view = search.view ?? 'matrix';
  const place = here.plan.place?.name ?? '';
  const counted = current(data.interventions);
  return (
    <section className="stack" aria-label="The portfolio">
      <div className="row views">
        <div className="view-choice" role="group" aria-label="View">
          {views.map((each) => (
            <Button key={each} aria-pressed={view === each} onClick={() => change({ view: each })}>
              {viewWords[each]}
            </Button>
          ))}
        </div>
      </div>
      {view === 'matrix' && <Matrix {...{ found, search, change, place }} />}
      {view === 'list' && (
        <InterventionTable interventions={counted} list={data.list} here={here} />
      )}
      {view === 'map' && <PortfolioMap interventions={counted} places={data.places} here={here} />}
      {view === 'timeline' && (
        <Timeline interventions={counted} here={here} today={data.today} place={place} />
      )}
      {view === 'money' && (
        <FlowFigure interventions={counted} currency={found.currency} here={here} place={place} />
      )}
    </section>
  );
}

function Matrix({
  found,
  search,
  change,
  place,
}: {
  found: Figures;
  search: PortfolioSearch;
  change: (next: Partial<PortfolioSearch>) => void;
  place: string;
}) {
  const of = search.of ?? 'count';
  const levels = [...new Set(found.cells.map(({ level }) => level))];
  const level = search.level === undefined ? null : levels.find((each) => each === search.level);
  const { filled, of: all } = found.coverage;
  return (
    <>
      <div className="filters">
        <Choice
          label="Shade by"
          value={of}
          options={measures.map((each) => [each, measureWords[each]] as const)}
          onChange={(next) => change({ of: next })}
        />
        <Choice
          label="Level"
          value={search.level ?? ''}
          options={[
            ['', 'All levels'],
            ...levels.filter((each) => each !== '').map((each): [string, string] => [each, each]),
          ]}
          onChange={(next) => change(next === '' ? { level: undefined } : { level: next })}
        />
      </div>
      <HeatMatrix
        {...{ found, of, place }}
        level={level ?? null}
        finding={`${filled} of ${all} cells have something in them; ${all - filled} are empty`}
      />
    </>
  );
}
