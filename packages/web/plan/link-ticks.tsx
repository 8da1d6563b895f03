import { Ticks } from '../parts/tick.tsx';

/** Records to link to, by their titles; nothing is shown where there is none. */
export function LinkTicks({
  legend,
  items,
  chosen,
  onChange,
}: {
  legend: string;
  items: readonly { readonly id: string; readonly title: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  if (items.length === 0) return null;
  const options = items.map(({ id, title }) => [id, title] as const);
  return <Ticks {...{ legend, options, chosen, onChange }} />;
}
