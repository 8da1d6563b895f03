import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { csvText } from '@freehold/core/table';
import { Button } from '../parts/button.tsx';
import { isMadeUp } from './made-up.ts';
import { pictureOf, pngOf, save, type Picture } from './picture.ts';
import { TwinTable, type Twin } from './twin-table.tsx';
import { figureWords } from './words.ts';
import '../look/figure.css';

export type { Twin };

/**
 * The frame of every chart: the finding as its title, measure and unit under it, the drawing, and buttons
 * that turn it into its table or download it.
 *
 * The drawing's first `svg` is what SVG and PNG save; `picture` replaces it where the page shows no SVG.
 * `caveat` is what nobody should read the values without: it goes into the pictures too.
 */
export function FigureFrame({
  finding,
  measure,
  table,
  fileName,
  note,
  source = '',
  caveat = '',
  picture,
  children,
}: {
  finding: string;
  measure: string;
  table: Twin;
  fileName: string;
  note?: ReactNode;
  source?: string;
  caveat?: string;
  picture?: ReactElement;
  children: ReactNode;
}) {
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [failed, setFailed] = useState(false);
  const sourceLine = source === '' ? '' : `Source: ${source}`;
  const foot = [caveat, sourceLine].filter((line) => line !== '');
  const saveAs = async (kind: 'svg' | 'png') => {
    try {
      const marked = isMadeUp() ? [figureWords.madeUp, ...foot] : foot;
      const made = drawn(drawing.current, picture, { finding, measure, foot: marked });
      const blob =
        kind === 'svg' ? new Blob([made.svg], { type: 'image/svg+xml' }) : await pngOf(made);
      save(blob, named(fileName, kind));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const saveCsv = () => {
    const text = csvText([table.columns.map(({ title }) => title), ...table.rows]);
    // The byte order mark tells spreadsheets that accents are in UTF-8.
    save(new Blob(['\uFEFF', text], { type: 'text/csv' }), named(fileName, 'csv'));
  };
  return (
    <figure className="figure-frame">
      <figcaption>
        <span className="finding">{finding}</span>
        <span className="small soft">{measure}</span>
      </figcaption>
      <div ref={drawing} hidden={asTable}>
        {children}
      </div>
      {asTable && <TwinTable {...table} />}
      {note !== undefined && <div className="figure-note">{note}</div>}
      {foot.map((line) => (
        <p key={line} className="figure-note">
          {line}
        </p>
      ))}
      {failed && (
        <p className="small" role="alert">
          {figureWords.noPicture}
        </p>
      )}
      <div className="tools" role="group" aria-label={`This chart: ${finding}`}>
        <Button onClick={() => setAsTable(!asTable)}>
          {asTable ? figureWords.asChart : figureWords.asTable}
        </Button>
        <span className="tiny soft">Download</span>
        <Button onClick={() => void saveAs('svg')}>SVG</Button>
        <Button onClick={() => void saveAs('png')}>PNG</Button>
        <Button onClick={saveCsv}>CSV</Button>
      </div>
    </figure>
  );
}

/** A picture or table that leaves the app says by itself that it is made up. */
function named(fileName: string, kind: string): string {
  return `${isMadeUp() ? 'made up - ' : ''}${fileName}.${kind}`;
}

function drawn(
  page: HTMLElement | null,
  picture: ReactElement | undefined,
  words: { finding: string; measure: string; foot: readonly string[] },
): Picture {
  const holder = picture === undefined ? page : document.createElement('div');
  const root = picture !== undefined && holder ? createRoot(holder) : null;
  try {
    if (root) flushSync(() => root.render(picture));
    const svg = holder?.querySelector<SVGSVGElement>('svg') ?? null;
    if (svg === null) throw new Error('nothing is drawn');
    return pictureOf(svg, words);
  } finally {
    root?.unmount();
  }
}
