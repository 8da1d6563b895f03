import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import {
  doneByRow,
  filtered,
  gapMap,
  mapFinding,
  mapFrame,
  offMap,
  rowsBy,
  type ConfidenceRule,
  type DoneHere,
  type MapFrame,
  type MapStudy,
} from '@freehold/core/evidence';
import { buttonClass } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Empty } from '../parts/notice.tsx';
import { usePartnership } from '../session/session.ts';
import { EvidenceFrame } from './frame.tsx';
import { doneQuery, mapQuery, typesQuery } from './map-calls.ts';
import { CellStudies } from './map-cell.tsx';
import { MapFigure } from './map-figure.tsx';
import { MapFilters } from './map-filters.tsx';
import { listedFor } from './map-frame.ts';
import { SaveMapPage } from './map-save.tsx';
import { filterOf, searchOf, type MapSearch } from './map-search.ts';
import { findingWords, kindWords } from './map-words.ts';
import '../look/evidence-map.css';

/** The evidence and gap map of a partnership's register, with what the partnership does in its rows. */
export function EvidenceMap() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/map' });
  const { data, error } = useQuery(mapQuery(partnership));
  const done = useQuery(doneQuery(partnership));
  const types = useQuery(typesQuery(partnership));
  const name = usePartnership(partnership)?.name ?? '';
  const listed = types.data?.list.types;
  const studies = data?.studies;
  const frame = useMemo(
    () =>
      studies === undefined || listed === undefined ? null : mapFrame(studies, listedFor(listed)),
    [studies, listed],
  );
  const ready = data !== undefined && frame !== null && done.data !== undefined;
  const empty = ready && data.studies.length === 0;
  return (
    <EvidenceFrame
      {...{ partnership, ready }}
      here="Gap map"
      title={ready ? titleOf(data.studies, frame, done.data) : 'Evidence and gap map'}
      error={error ?? done.error ?? types.error}
    >
      {empty && (
        <Empty title="What is known, and what is not, in one picture">
          <p>
            The map sets what could be done against what it might bring about. A bubble is as large
            as its number of studies; an empty cell is a gap. It draws itself from the studies of
            the register, and says in each row what you do yourselves.
          </p>
          <p className="row">
            <Link
              className={buttonClass('primary')}
              to="/p/$partnership/evidence/import"
              params={{ partnership }}
            >
              Bring in studies
            </Link>
            <Link to="/p/$partnership/evidence" params={{ partnership }}>
              Or begin with the starter register
            </Link>
          </p>
        </Empty>
      )}
      {ready && !empty && (
        <Map {...{ partnership, name, frame, ...data }} all={data.studies} done={done.data} />
      )}
    </EvidenceFrame>
  );
}

function titleOf(studies: readonly MapStudy[], frame: MapFrame, done: readonly DoneHere[]): string {
  const cells = gapMap(studies, frame.rows.interventions, frame.columns);
  return findingWords(mapFinding(cells, doneByRow(done, 'interventions')));
}

function Map({
  partnership,
  name,
  all,
  rule,
  frame,
  done,
}: {
  partnership: string;
  name: string;
  all: readonly MapStudy[];
  rule: ConfidenceRule;
  frame: MapFrame;
  done: readonly DoneHere[];
}) {
  const search = useSearch({ from: '/p/$partnership/evidence/map' });
  const navigate = useNavigate({ from: '/p/$partnership/evidence/map' });
  const go = (next: MapSearch) =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const kind = search.rows ?? 'interventions';
  // Typing and ticking stay quick while the map behind them is drawn again.
  const wanted = useMemo(() => filterOf(search), [search]);
  const filter = useDeferredValue(wanted);
  const studies = useMemo(() => filtered(all, filter), [all, filter]);
  const rows = frame.rows[kind];
  const cells = useMemo(
    () => gapMap(studies, rows, frame.columns, rowsBy[kind], rule),
    [studies, rows, frame.columns, kind, rule],
  );
  const here = useMemo(() => doneByRow(done, kind), [done, kind]);
  const off = offMap(studies, rows, frame.columns, rowsBy[kind]);
  const open = cells.find(({ row, column }) => row === search.row && column === search.column);
  const { row: _row, column: _column, ...rest } = search;
  return (
    <>
      <div className="row map-tools">
        <Choice
          label="Rows"
          value={kind}
          options={[
            ['interventions', kindWords.interventions[0]],
            ['pathways', kindWords.pathways[0]],
          ]}
          onChange={(next) => {
            const { rows: _rows, ...others } = rest;
            go(next === 'interventions' ? others : { ...others, rows: next });
          }}
        />
        <SaveMapPage {...{ name, frame, rule, done }} studies={all} />
      </div>
      <MapFilters
        {...{ all }}
        kept={studies.length}
        filter={wanted}
        onChange={(next) =>
          go({ ...searchOf(next), ...(search.rows !== undefined && { rows: search.rows }) })
        }
      />
      <MapFigure
        {...{ kind, rows, cells, off }}
        columns={frame.columns}
        done={here}
        chosen={open === undefined ? null : { row: open.row, column: open.column }}
        onOpen={(cell) => go({ ...rest, ...cell })}
      />
      {open !== undefined && (
        <CellStudies
          key={`${open.row} ${open.column}`}
          {...{ partnership, frame, kind }}
          cell={open}
          studies={studies}
          done={here.get(open.row) ?? []}
          onClose={() => go(rest)}
        />
      )}
    </>
  );
}
