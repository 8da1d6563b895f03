/** A mark whose category shows by colour and by shape. Categories count from 0; after the eighth they repeat. */
export function Shape({
  x,
  y,
  r,
  category,
}: {
  x: number;
  y: number;
  r: number;
  category: number;
}) {
  const kind = category % 4;
  return (
    <path
      className="shape"
      data-category={(category % 8) + 1}
      transform={`translate(${x} ${y})`}
      d={outlines[kind]?.(r) ?? ''}
    />
  );
}

const outlines: readonly ((r: number) => string)[] = [
  (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  (r) => `M${-r * 0.88} ${-r * 0.88}h${r * 1.76}v${r * 1.76}h${-r * 1.76}z`,
  (r) => `M0 ${-r * 1.15}L${r * 1.15} 0L0 ${r * 1.15}L${-r * 1.15} 0z`,
  (r) => `M0 ${-r * 1.1}L${r * 1.1} ${r * 0.85}L${-r * 1.1} ${r * 0.85}z`,
];
