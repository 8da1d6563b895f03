import { fine, parsed, problem, refused, type Outcome, type Problem } from '../problem.ts';
import { Framework } from './framework.ts';
import { indicatorsOf } from './view.ts';

/**
 * Reads a framework: first its shape, then what the parts say of each other. All problems at once,
 * each with its path; cross references are looked at only where the shape is right.
 *
 * Codes are unique over levels, topics and indicators each; profiles ask for indicators that exist, each
 * once; sources are in the list; the scale runs 0, 1, 2, 3, 4; bands rise. O(n).
 */
export function checked(input: unknown): Outcome<Framework> {
  const shape = parsed(Framework, input);
  if (!shape.ok) return shape;
  const problems = [
    ...repeatedCodes(shape.value),
    ...wrongScale(shape.value),
    ...wrongSources(shape.value),
    ...wrongBands(shape.value),
    ...wrongProfiles(shape.value),
  ];
  return problems.length > 0 ? refused(...problems) : fine(shape.value);
}

type Named = { readonly code: string; readonly path: string };

function repeatedCodes(framework: Framework): readonly Problem[] {
  const levels = framework.levels.map(({ code }, l) => ({ code, path: `levels.${l}.code` }));
  const topics = framework.levels.flatMap((level, l) =>
    level.topics.map(({ code }, t) => ({ code, path: `levels.${l}.topics.${t}.code` })),
  );
  const indicators = placed(framework).map(({ indicator, path }) => ({
    code: indicator.code,
    path: `${path}.code`,
  }));
  const profiles = framework.profiles.map(({ code }, p) => ({ code, path: `profiles.${p}.code` }));
  const sources = framework.sources.map(({ tag }, s) => ({ code: tag, path: `sources.${s}.tag` }));
  return [levels, topics, indicators, profiles, sources].flatMap(repeated);
}

function repeated(names: readonly Named[]): readonly Problem[] {
  const first = new Map<string, string>();
  return names.flatMap(({ code, path }) => {
    const seen = first.get(code);
    if (seen === undefined) first.set(code, path);
    return seen === undefined
      ? []
      : [problem('repeated-code', { name: code, first: seen }, { path })];
  });
}

function wrongScale(framework: Framework): readonly Problem[] {
  return framework.scale.flatMap(({ value }, point) =>
    value === point
      ? []
      : [
          problem(
            'scale-out-of-order',
            { value, expected: point },
            { path: `scale.${point}.value` },
          ),
        ],
  );
}

function wrongSources(framework: Framework): readonly Problem[] {
  const known = new Set(framework.sources.map(({ tag }) => tag));
  return placed(framework).flatMap(({ indicator, path }) =>
    indicator.sources.flatMap((tag, s) =>
      known.has(tag) ? [] : [problem('unknown-source', { tag }, { path: `${path}.sources.${s}` })],
    ),
  );
}

function wrongBands(framework: Framework): readonly Problem[] {
  return placed(framework).flatMap(({ indicator, path }) => {
    const { bands } = indicator;
    const rise = bands.every((band, b) => b === 0 || band > (bands[b - 1] ?? band));
    return rise ? [] : [problem('bands-do-not-rise', {}, { path: `${path}.bands` })];
  });
}

function wrongProfiles(framework: Framework): readonly Problem[] {
  const known = new Set(indicatorsOf(framework).map(({ indicator }) => indicator.code));
  return framework.profiles.flatMap(({ items }, p) => {
    const named = items.map((item, i) => ({
      code: item.indicator,
      path: `profiles.${p}.items.${i}.indicator`,
    }));
    const unknown = named.filter(({ code }) => !known.has(code));
    return [
      ...unknown.map(({ code, path }) =>
        problem('unknown-indicator', { indicator: code }, { path }),
      ),
      ...repeated(named),
    ];
  });
}

function placed(framework: Framework) {
  return framework.levels.flatMap((level, l) =>
    level.topics.flatMap((topic, t) =>
      topic.indicators.map((indicator, i) => ({
        indicator,
        path: `levels.${l}.topics.${t}.indicators.${i}`,
      })),
    ),
  );
}
