import {
  boxHeight,
  boxWidth,
  placed,
  type CanvasBox,
  type CanvasDrawing,
  type Spot,
} from './canvas.ts';
import { wrapped } from './text.ts';

/** The whole canvas as one drawing, for a poster as SVG or PNG. */
export function CanvasPicture({
  drawing,
  spots,
}: {
  drawing: CanvasDrawing;
  spots: ReadonlyMap<string, Spot>;
}) {
  const where = placed(drawing.boxes, spots);
  const all = [...where.values()];
  const left = Math.min(0, ...all.map(({ x }) => x)) - 24;
  const top = Math.min(0, ...all.map(({ y }) => y)) - 24;
  const width = Math.max(0, ...all.map(({ x }) => x)) + boxWidth + 24 - left;
  const height = Math.max(0, ...all.map(({ y }) => y)) + boxHeight + 24 - top;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`${left} ${top} ${width} ${height}`}
      className="canvas-poster"
    >
      {drawing.arrows.map(({ id, from, to, tone, shade, line, mark }) => {
        const [a, b] = [where.get(from), where.get(to)];
        if (a === undefined || b === undefined) return null;
        const [x1, y1, x2, y2] = [a.x + boxWidth / 2, a.y, b.x + boxWidth / 2, b.y + boxHeight];
        const middle = (y1 + y2) / 2;
        return (
          <g key={id} className={`canvas-arrow tone-${tone} ${shade} line-${line}`}>
            <path
              d={`M${x1},${y1} C${x1},${middle} ${x2},${middle} ${x2},${y2 + 6}`}
              className="react-flow__edge-path"
            />
            <path
              d={`M${x2 - 5},${y2 + 10} L${x2},${y2 + 1} L${x2 + 5},${y2 + 10} Z`}
              className="canvas-head"
            />
            <text x={(x1 + x2) / 2} y={middle} textAnchor="middle" fontSize={12}>
              {mark}
            </text>
          </g>
        );
      })}
      {drawing.boxes.map((box) => (
        <PictureBox key={box.id} box={box} spot={where.get(box.id) ?? { x: 0, y: 0 }} />
      ))}
    </svg>
  );
}

function PictureBox({ box, spot: { x, y } }: { box: CanvasBox; spot: Spot }) {
  return (
    <g className={`canvas-box kind-${box.tone}`}>
      <rect {...{ x, y }} width={boxWidth} height={boxHeight} rx={6} />
      <text x={x + 10} y={y + 18} fontSize={11} fontWeight={600}>
        {box.kind}
      </text>
      {wrapped(box.title, { width: boxWidth - 20, size: 13, lines: 4 }).map((line, at) => (
        <text key={line} x={x + 10} y={y + 36 + at * 16} fontSize={13}>
          {line}
        </text>
      ))}
    </g>
  );
}
