import { describe, expect, test } from 'vitest';
import { checked, viewOf, type Framework } from './index.ts';
import { defaultFramework } from './shipped/index.ts';

function shipped(): Framework {
  const found = checked(defaultFramework);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

/** The shipped framework with one thing changed by hand, as a plain copy. */
function broken(change: (framework: Framework) => void): unknown {
  const copy = structuredClone(shipped());
  change(copy);
  return copy;
}

const faults = (input: unknown) => {
  const found = checked(input);
  return found.ok ? [] : found.problems.map(({ code, where }) => [code, where?.path]);
};

function first(framework: Framework) {
  const indicator = framework.levels[0]?.topics[0]?.indicators[0];
  if (indicator === undefined) throw new Error('the framework has an indicator');
  return indicator;
}

test('what is shipped holds together, and so do its views', () => {
  expect(faults(defaultFramework)).toEqual([]);
  for (const { code } of shipped().profiles) expect(faults(viewOf(shipped(), code))).toEqual([]);
});

describe('faults are named by path', () => {
  test('of shape, all at once', () => {
    const copy = broken((framework) => {
      first(framework).weight = -1;
      first(framework).title = '';
    });
    expect(faults(copy)).toEqual([
      ['too-small', 'levels.0.topics.0.indicators.0.title'],
      ['too-small', 'levels.0.topics.0.indicators.0.weight'],
    ]);
    expect(faults(null)).toEqual([['wrong-type', undefined]]);
  });

  test('an indicator that comes twice', () => {
    const copy = broken((framework) => {
      const [level] = framework.levels;
      level?.topics[1]?.indicators.push(structuredClone(first(framework)));
    });
    expect(checked(copy)).toMatchObject({
      problems: [
        {
          code: 'repeated-code',
          details: { name: '1.1.1', first: 'levels.0.topics.0.indicators.0.code' },
        },
      ],
    });
  });

  test('a source that is not in the list', () => {
    const copy = broken((framework) => first(framework).sources.push('NOBODY'));
    expect(faults(copy)[0]?.[0]).toBe('unknown-source');
  });

  test('bands that do not rise', () => {
    const copy = broken((framework) => (first(framework).bands = [1, 2, 2, 3]));
    expect(faults(copy)).toEqual([['bands-do-not-rise', 'levels.0.topics.0.indicators.0.bands']]);
  });

  test('a scale out of order', () => {
    const copy = broken((framework) => framework.scale.reverse());
    expect(faults(copy)).toContainEqual(['scale-out-of-order', 'scale.0.value']);
    expect(faults(copy)).toHaveLength(4);
  });

  test('a profile that asks for what is not there, or twice', () => {
    const copy = broken((framework) => {
      const [starter] = framework.profiles;
      const [item] = starter?.items ?? [];
      if (starter === undefined || item === undefined) throw new Error('starter has items');
      starter.items = [item, { ...item, indicator: '9.9.9' }, item];
    });
    expect(faults(copy)).toEqual([
      ['unknown-indicator', 'profiles.0.items.1.indicator'],
      ['repeated-code', 'profiles.0.items.2.indicator'],
    ]);
  });
});
