import type { ReactNode } from 'react';
import { widthOf } from './text.ts';

export type LegendLine = { readonly words: string; readonly mark: ReactNode };

/** How high a legend will be within `width`; so that a drawing can keep room for it. */
export function legendHeight(lines: readonly LegendLine[], width: number): number {
  return lines.length === 0 ? 0 : (spots(lines, width).at(-1)?.y ?? 0) + row;
}

/** A legend inside a drawing, so that a downloaded picture has it too. Marks are drawn around 0, 0. */
export function Legend({
  lines,
  width,
  y,
}: {
  lines: readonly LegendLine[];
  width: number;
  y: number;
}) {
  const at = spots(lines, width);
  return (
    <g className="legend" fontSize={size}>
      {lines.map(({ words, mark }, index) => (
        <g
          key={words}
          transform={`translate(${at[index]?.x ?? 0} ${y + (at[index]?.y ?? 0) + row / 2})`}
        >
          <g transform="translate(9 0)">{mark}</g>
          <text x={24} dominantBaseline="central">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

const size = 13;
const row = 22;

function spots(
  lines: readonly LegendLine[],
  width: number,
): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0];
  return lines.map(({ words }) => {
    const wide = 24 + widthOf(words, size) * 1.1 + 18;
    if (x > 0 && x + wide > width) [x, y] = [0, y + row];
    const spot = { x, y };
    x += wide;
    return spot;
  });
}
