import { expect, test } from 'vitest';
import { checked, indicatorsOf, viewOf, type Framework } from './index.ts';
import { defaultFramework } from './shipped/index.ts';

function shipped(): Framework {
  const found = checked(defaultFramework);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const codes = (framework: Framework | null) =>
  framework === null ? [] : indicatorsOf(framework).map(({ indicator }) => indicator.code);

test('every indicator comes with its topic and level, in order', () => {
  const all = indicatorsOf(shipped());
  expect(all).toHaveLength(119);
  expect(all[0]).toMatchObject({ level: { code: 'L1' }, topic: { code: 'T1.1' } });
  for (const { topic, indicator } of all) expect(topic.indicators).toContain(indicator);
});

test.each(['starter', 'council', 'community'])(
  'the view of %s asks what the profile asks',
  (code) => {
    const framework = shipped();
    const asked = framework.profiles.find((each) => each.code === code)?.items ?? [];
    const view = viewOf(framework, code);
    expect(asked.length).toBeGreaterThan(0);
    expect(codes(view).toSorted()).toEqual(asked.map(({ indicator }) => indicator).toSorted());
    expect(codes(framework).filter((each) => codes(view).includes(each))).toEqual(codes(view));
    for (const level of view?.levels ?? [])
      for (const topic of level.topics) expect(topic.indicators.length).toBeGreaterThan(0);
  },
);

test('the view of a view is the view', () => {
  const view = viewOf(shipped(), 'council');
  expect(view && viewOf(view, 'council')).toEqual(view);
});

test('a view keeps the profiles that mean the same in it', () => {
  const framework = shipped();
  const view = viewOf(framework, 'starter');
  expect(view?.profiles.map(({ code }) => code)).not.toContain('full');
  expect(view?.profiles.map(({ code }) => code)).toContain('starter');
  expect(viewOf(framework, 'full')).toEqual(framework);
});

test('a profile that there is not has no view', () => {
  expect(viewOf(shipped(), 'nobody')).toBeNull();
});
