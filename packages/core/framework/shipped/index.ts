import type { Framework } from '../framework.ts';
import frame from './frame.json' with { type: 'json' };
import level1 from './level-1.json' with { type: 'json' };
import level2 from './level-2.json' with { type: 'json' };
import level3 from './level-3.json' with { type: 'json' };
import level4 from './level-4.json' with { type: 'json' };
import level5 from './level-5.json' with { type: 'json' };
import profiles from './profiles.json' with { type: 'json' };

/**
 * The framework that every installation starts with, as plain data: parse it with `Framework` before use.
 * It is "inspired by" and not the published table; `statement` says so and is shown wherever the title is.
 */
export const defaultFramework = {
  ...frame,
  profiles,
  levels: [level1, level2, level3, level4, level5],
} satisfies Record<keyof Framework, unknown>;
