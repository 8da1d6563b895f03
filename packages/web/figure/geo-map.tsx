import { lazy, Suspense, useState, type ReactNode } from 'react';
import { FigureFrame, type Twin } from './frame.tsx';
import { CountedAreas, type CountedArea } from './geo-map-picture.tsx';
import type { MapClass } from './geo-map-classes.ts';
import { useOpen } from './link.tsx';
import { Reader } from './reader.tsx';
import { useWidth } from './width.ts';
import '../look/geo-map.css';

const MapCanvas = lazy(async () => ({
  default: (await import('./geo-map-canvas.tsx')).MapCanvas,
}));

/**
 * A map that can be moved and drawn nearer, its areas shaded by a count in fixed classes and labelled with it.
 * Without WebGL it is a drawing. The keyboard walks through the areas by name; the table holds the same counts.
 */
export function GeoMap({
  finding,
  measure,
  fileName,
  areas,
  classes,
  readings,
  hrefs,
  table,
  source = '',
  note,
}: {
  finding: string;
  measure: string;
  fileName: string;
  areas: readonly CountedArea[];
  classes: readonly MapClass[];
  /** What is read out of each area, in the order of `areas`. */
  readings: readonly string[];
  hrefs: readonly (string | null)[];
  table: Twin;
  source?: string;
  note?: ReactNode;
}) {
  const open = useOpen();
  const [box, width] = useWidth<HTMLDivElement>();
  const [plain, setPlain] = useState(!hasWebGl());
  const follow = (index: number) => {
    const href = hrefs[index];
    if (href !== null && href !== undefined) open(href);
  };
  return (
    <FigureFrame
      finding={finding}
      measure={measure}
      fileName={fileName}
      source={source}
      table={table}
      note={note}
      picture={<CountedAreas areas={areas} classes={classes} width={760} />}
    >
      <div ref={box}>
        <Reader label={finding} readings={readings} onOpen={follow}>
          {(at, reach) =>
            plain ? (
              <CountedAreas areas={areas} classes={classes} width={width} at={at} reach={reach} />
            ) : (
              <Suspense fallback={<div className="geo-map" />}>
                <MapCanvas
                  areas={areas}
                  classes={classes}
                  at={at}
                  reach={reach}
                  onOpen={follow}
                  onFail={() => setPlain(true)}
                />
              </Suspense>
            )
          }
        </Reader>
      </div>
    </FigureFrame>
  );
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}
