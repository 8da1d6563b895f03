import type { Watch } from './work.ts';

/** A part of a piece of work, as its share of the whole. */
export function part({ seen, stop }: Watch, from: number, to: number): Watch {
  return { seen: (share) => seen(from + share * (to - from)), stop };
}

/** As core's work is watched: by what is done of how much. */
export function counting({ seen, stop }: Watch) {
  return { seen: (done: number, total: number) => seen(done / total), stop };
}
