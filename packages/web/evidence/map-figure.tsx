import type { DoneHere, GapFlag, MapCell, MapItem, MapKind } from '@freehold/core/evidence';
import { mapFinding } from '@freehold/core/evidence';
import { FigureFrame, type Twin } from '../figure/index.ts';
import { Method } from '../parts/page.tsx';
import { count, number } from '../words.ts';
import { MapGrid, type CellAt } from './map-grid.tsx';
import { MapPicture } from './map-picture.tsx';
import { actingWords, confidenceWords, findingWords, flagWords, kindWords } from './map-words.ts';

type Done = ReadonlyMap<string, readonly DoneHere[]>;
export type DrawnMap = {
  readonly kind: MapKind;
  readonly rows: readonly MapItem[];
  readonly columns: readonly MapItem[];
  readonly cells: readonly MapCell[];
  readonly done: Done;
};

/** The map with its finding, key, table twin and downloads. */
export function MapFigure({
  off,
  chosen,
  onOpen,
  ...map
}: DrawnMap & {
  off: readonly { readonly because: 'no-row' | 'no-outcome' }[];
  chosen: CellAt | null;
  onOpen: (cell: CellAt) => void;
}) {
  const { kind, rows, cells, done } = map;
  const finding = mapFinding(cells, done);
  const label = (row: string) => rows.find(({ code }) => code === row)?.label ?? row;
  const acting = actingWords(finding, label);
  return (
    <>
      {acting !== '' && <p className="map-acting">{acting}</p>}
      <FigureFrame
        finding={findingWords(finding)}
        measure={`${kindWords[kind][0]} by outcome; a bubble’s area is the number of studies, its shade and word the confidence`}
        fileName="evidence and gap map"
        source="the partnership’s evidence register and its interventions"
        table={twin(map)}
        picture={<MapPicture {...map} />}
        note={<MapKey cells={cells} />}
      >
        <MapGrid {...map} {...{ chosen, onOpen }} />
      </FigureFrame>
      <Method>
        <p>
          A study counts once in each cell that it bears on. A cell’s confidence is that of the
          claim that its row brings its column about, by the register’s rule: studies that found
          only good speak for it, those that found nothing or harm against it, all others qualify
          it. Best grade is on the Maryland scale, 0 to 5. What we do in a row is what is running or
          planned; ideas and what has ended are not counted.
        </p>
        {off.length > 0 && (
          <p>
            {count(off.length, 'study lies', 'studies lie')} on no cell:{' '}
            {off.filter(({ because }) => because === 'no-row').length} name no{' '}
            {kindWords[kind][1].toLowerCase()},{' '}
            {off.filter(({ because }) => because !== 'no-row').length} no outcome.
          </p>
        )}
      </Method>
    </>
  );
}

function MapKey({ cells }: { cells: readonly MapCell[] }) {
  const flags = Object.keys(flagWords) as GapFlag[];
  const of = (flag: GapFlag) => cells.filter((cell) => cell.flags.includes(flag)).length;
  return (
    <div className="map-key stack-tight">
      <p className="map-shades">
        <span>Confidence:</span>
        {(['very-low', 'low', 'moderate', 'high'] as const).map((each) => (
          <span key={each} className="shade">
            <svg width="18" height="18" aria-hidden="true">
              <circle cx="9" cy="9" r="8" className="bubble" data-confidence={each} />
            </svg>
            {confidenceWords[each][0]}
          </span>
        ))}
        <span className="shade">
          <span className="ours">2</span> what we do in the row
        </span>
      </p>
      <dl className="map-flags">
        {flags.map((flag) => {
          const [letter, name, meaning] = flagWords[flag];
          return (
            <div key={flag}>
              <dt>
                {letter} {name}
              </dt>
              <dd>
                {meaning} ({count(of(flag), 'cell', 'cells')})
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function twin({ kind, rows, columns, cells, done }: DrawnMap): Twin {
  const labels = new Map([...rows, ...columns].map(({ code, label }) => [code, label]));
  return {
    caption: `Evidence and gap map: ${kindWords[kind][0].toLowerCase()} by outcome`,
    columns: [
      ...[{ title: kindWords[kind][1] }, { title: 'Outcome' }, { title: 'Studies', decimals: 0 }],
      ...[{ title: 'Reviews', decimals: 0 }, { title: 'Confidence' }],
      ...[
        { title: 'Best grade', decimals: 0 },
        { title: 'Median grade', decimals: 1 },
      ],
      ...[{ title: 'Graded', decimals: 0 }, { title: 'Last year' }, { title: 'Gaps' }],
      { title: 'What we do here' },
    ],
    rows: cells.map((cell) => [
      labels.get(cell.row) ?? cell.row,
      labels.get(cell.column) ?? cell.column,
      ...[cell.studies.length, cell.reviews, confidenceWords[cell.confidence][0]],
      ...[cell.bestSms, cell.medianSms, cell.graded],
      cell.lastYear === null ? null : number(cell.lastYear).replaceAll(',', ''),
      cell.flags.map((flag) => flagWords[flag][1]).join(', '),
      (done.get(cell.row) ?? []).map(({ name }) => name).join('; '),
    ]),
  };
}
