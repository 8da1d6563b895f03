import { useMemo, useState } from 'react';
import {
  described,
  endingOf,
  formatOf,
  formats,
  readTheory,
  sayLink,
  sayLoss,
  writtenTheory,
  type Format,
} from '@freehold/core/change';
import { problem, type Problem } from '@freehold/core/problem';
import { Refusal } from '../api.ts';
import { Downloads } from '../document/downloads.tsx';
import { CanvasPicture } from '../figure/canvas-picture.tsx';
import { useLayout } from '../figure/canvas-layout.ts';
import { FigureFrame } from '../figure/frame.tsx';
import { isMadeUp } from '../figure/made-up.ts';
import { save } from '../figure/picture.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { textOf } from '../parts/file-text.ts';
import { Problems } from '../parts/problems.tsx';
import { list } from '../words.ts';
import type { TheoryAt } from './calls.ts';
import { drawingOf } from './drawing.ts';
import type { Drawing } from './use-theory.ts';
import '../look/canvas.css';

const reports = [
  [
    'narrative',
    'The narrative',
    'The theory told from the goal backwards, with its assumptions and what is to mend.',
  ],
  [
    'logframe',
    'The logframe',
    'Goal, outcomes, outputs, activities and inputs with indicators and assumptions.',
  ],
  [
    'indicators',
    'The indicators',
    'Each with baseline, target, how it is measured, and its live value.',
  ],
  [
    'evidence',
    'The evidence behind each link',
    'Claims, who says so, live values, and each path by its weakest link.',
  ],
] as const;

const formatWords: Readonly<Record<Format, string>> = {
  json: 'JSON of this program',
  outline: 'Indented text',
  kumu: 'Kumu blueprint',
  mermaid: 'Mermaid',
  dot: 'Graphviz DOT',
};

/** Reports, files for other programs with what each cannot hold, and the poster. */
export function Files({ at, drawing }: { at: TheoryAt; drawing: Drawing }) {
  const { history, known, edit, mayDraw } = drawing;
  const { now: theory } = history;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const files = useMemo(
    () => formats.map((format) => ({ format, ...writtenTheory(format, theory, known) })),
    [theory, known],
  );
  const base = `/api/partnerships/${at.partnership}/theories/${at.theory}`;
  const bring = async (file: File | undefined) => {
    const format = formatOf(file?.name ?? '');
    if (file === undefined || format === null) {
      setProblems([problem('format-unknown')]);
      return;
    }
    const read = readTheory(format, await textOf(file), theory.title);
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) edit({ kind: 'replace', theory: read.value.theory });
  };
  return (
    <div className="stack-wide">
      <section className="stack">
        <h2>Reports</h2>
        {drawing.desk.waits() && (
          <p className="small soft">
            The last changes are being saved; a report shows what is saved.
          </p>
        )}
        <ul className="theory-files">
          {reports.map(([kind, title, says]) => (
            <li key={kind}>
              <h3>{title}</h3>
              <p className="small soft">{says}</p>
              <Downloads address={`${base}/report?kind=${kind}`} />
              {kind === 'logframe' && (
                <a className={buttonClass()} href={`${base}/logframe.xlsx`} download="">
                  Excel
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>For other programs</h2>
        <ul className="theory-files">
          {files.map(({ format, text, lost }) => (
            <li key={format}>
              <h3>{formatWords[format]}</h3>
              <p className="small soft">
                {lost.length === 0
                  ? 'Holds everything that is in this theory.'
                  : `Cannot hold: ${list(lost.map(sayLoss))}.`}
              </p>
              <Button
                onClick={() =>
                  save(
                    new Blob([text], { type: 'text/plain' }),
                    `${isMadeUp() ? 'made up - ' : ''}${theory.title}${endingOf(format)}`,
                  )
                }
              >
                Save as {endingOf(format)}
              </Button>
            </li>
          ))}
        </ul>
        {mayDraw && (
          <div className="field">
            <label htmlFor="theory-bring">Bring in a file in place of what is here</label>
            <div className="hint">
              JSON, Kumu, indented text, Mermaid or DOT. Undo brings back what is here now.
            </div>
            <input
              id="theory-bring"
              type="file"
              accept=".json,.txt,.mmd,.mermaid,.dot,.gv"
              onChange={(event) => void bring(event.target.files?.[0])}
            />
          </div>
        )}
        {problems.length > 0 && <Problems error={new Refusal(422, problems)} />}
      </section>
      <Poster drawing={drawing} />
    </div>
  );
}

function Poster({ drawing }: { drawing: Drawing }) {
  const { history, known } = drawing;
  const { now: theory } = history;
  const drawn = useMemo(
    () => drawingOf(theory, known, { folded: new Set(), states: new Map() }),
    [theory, known],
  );
  const spots = useLayout(drawn);
  const title = (id: string) => theory.nodes.find((node) => node.id === id)?.title ?? '';
  if (spots === null || theory.nodes.length === 0) return null;
  return (
    <FigureFrame
      finding={theory.title}
      measure={described(theory, known)}
      fileName={theory.title}
      table={{
        caption: 'Links of the theory',
        columns: ['From', 'To', 'Why', 'Rests on'].map((words) => ({ title: words })),
        rows: theory.links.map((link) => [
          title(link.from),
          title(link.to),
          link.rationale,
          sayLink(link, known),
        ]),
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="canvas-poster-frame" tabIndex={0} role="group" aria-label="Scrolls sideways">
        <CanvasPicture drawing={drawn} spots={spots} />
      </div>
    </FigureFrame>
  );
}
