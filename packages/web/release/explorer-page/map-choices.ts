import { labelled, make } from '../../document/offline-parts.ts';
import type { Plan } from './map-plan.ts';
import { mapWords } from './map-words.ts';
import type { View } from './view.ts';

/** Whose counts the circles are, and what is in the picture, where both columns are places. */
export function mapChoices(
  { released, look, change }: View,
  { placed, circles, looked }: Plan,
): HTMLElement {
  const name = (column: number) => released.columns[column]?.name ?? '';
  const frame = looked.length > 1 ? 'all' : String(looked[0] ?? 'all');
  return make(
    'div',
    { class: 'controls' },
    select('circles', mapWords.circles, {
      options: placed.map((each) => [String(each), name(each)]),
      now: String(circles),
      change: (value) => change({ look: { ...look, circles: Number(value) } }),
    }),
    select('frame', mapWords.look, {
      options: [
        ['all', mapWords.all],
        ...placed.map((each) => [String(each), mapWords.only(name(each))] as const),
      ],
      now: frame,
      change: (value) =>
        change({ look: { ...look, frame: value === 'all' ? 'all' : Number(value) } }),
    }),
  );
}

type Choice = {
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly now: string;
  readonly change: (value: string) => void;
};

function select(id: string, words: string, { options, now, change }: Choice): HTMLElement {
  const input = make('select', { id, 'data-key': id });
  for (const [value, said] of options) {
    const option = make('option', { value }, said);
    option.selected = value === now;
    input.append(option);
  }
  input.addEventListener('change', () => change(input.value));
  return labelled(words, input);
}
