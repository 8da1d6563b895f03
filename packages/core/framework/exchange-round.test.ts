import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFramework } from './shipped/index.ts';
import {
  checked,
  Direction,
  FourP,
  Framework,
  fromJson,
  fromSheets,
  Kind,
  Pathway,
  ResultType,
  Stage,
  toJson,
  toSheets,
} from './index.ts';

test('[FW-1] the shipped framework survives the way to sheets and back', () => {
  const shipped = Framework.parse(defaultFramework);
  expect(fromSheets(toSheets(shipped))).toEqual({ ok: true, value: shipped });
});

test('[FW-1] any framework survives the way to sheets and back', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect(fromSheets(toSheets(framework))).toEqual({ ok: true, value: framework });
    }),
  );
});

test('[FW-1] any framework survives the way to JSON and back', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect(fromJson(toJson(framework))).toEqual({ ok: true, value: framework });
    }),
  );
});

test('what is made here is a framework, so that the tests above say something', () => {
  fc.assert(fc.property(anyFramework, (framework) => checked(framework).ok));
});

// Text as the schema keeps it: any printable character, no outer blanks; with what lists must quote.
const unit = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(';', '"', '_', '\n', '\t', ' ', 'x000D_', '=', '1', '.', '0'),
);
const text = (least: number) =>
  fc
    .array(unit, { minLength: least, maxLength: 12 })
    .map((units) => units.join('').slice(0, 20).trim())
    .filter((made) => made.length >= least && !/(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(made));
const words = text(1);
const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,6}$/);
const codes = (most: number) => fc.uniqueArray(code, { minLength: 1, maxLength: most });
const some = <T extends string>(options: readonly T[]) => fc.subarray([...options]);
const amount = fc.double({ min: 1e-9, max: 1e12, noNaN: true });

const indicatorBody = (tags: readonly string[]) =>
  fc.record({
    title: words,
    question: words,
    help: words,
    kind: fc.constantFrom(...Kind.options),
    direction: fc.constantFrom(...Direction.options),
    resultType: fc.constantFrom(...ResultType.options),
    weight: fc.double({ min: 1e-9, max: 100, noNaN: true }),
    unit: text(0),
    numerator: text(0),
    denominator: text(0),
    factor: amount,
    anchors: fc.oneof(fc.constant<string[]>([]), fc.array(words, { minLength: 5, maxLength: 5 })),
    bands: fc.oneof(
      fc.constant<number[]>([]),
      fc
        .uniqueArray(
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
          { minLength: 4, maxLength: 4 },
        )
        .map((bands) => bands.toSorted((a, b) => a - b)),
    ),
    measure: text(0),
    pathway: some(Pathway.options),
    stages: some(Stage.options),
    fourP: some(FourP.options),
    sdg: fc.array(words, { maxLength: 3 }),
    sensitivity: fc.constantFrom('public', 'partnership', 'restricted'),
    leastCell: fc.nat({ max: 100 }),
    sources: fc.subarray([...tags]),
    proposed: fc.boolean(),
  });

const topicBody = fc.record({ title: words, help: words, pathway: some(Pathway.options) });
const levelBody = fc.record({ title: words, help: words, averaged: fc.boolean() });
const profileBody = fc.record({
  title: words,
  help: words,
  answers: fc.constantFrom('scale', 'all-some-none'),
});

/** Deals codes out over so many hands; each hand gets one at least. */
function dealt<T>(all: readonly T[], hands: number): readonly (readonly T[])[] {
  return Array.from({ length: hands }, (_, hand) => all.filter((__, at) => at % hands === hand));
}

const anyFramework: fc.Arbitrary<Framework> = fc
  .record({
    levels: codes(3),
    topics: fc.uniqueArray(code, { minLength: 3, maxLength: 5 }),
    indicators: fc.uniqueArray(code, { minLength: 5, maxLength: 8 }),
    profiles: codes(3),
    tags: fc.uniqueArray(words, { maxLength: 3 }),
  })
  .chain(({ levels, topics, indicators, profiles, tags }) => {
    const topicsOf = dealt(topics, levels.length);
    const indicatorsOf = new Map(
      dealt(indicators, topics.length).map((each, at) => [topics[at], each]),
    );
    const indicator = (own: string) => indicatorBody(tags).map((body) => ({ code: own, ...body }));
    const topic = (own: string) =>
      fc
        .tuple(topicBody, fc.tuple(...(indicatorsOf.get(own) ?? []).map(indicator)))
        .map(([body, inside]) => ({ code: own, ...body, indicators: inside }));
    const level = (own: string, at: number) =>
      fc
        .tuple(levelBody, fc.tuple(...(topicsOf[at] ?? []).map(topic)))
        .map(([body, inside]) => ({ code: own, ...body, topics: inside }));
    const items = fc
      .shuffledSubarray(indicators)
      .chain((asked) =>
        fc.tuple(
          ...asked.map((each) =>
            fc.record({ indicator: fc.constant(each), statement: text(0), section: text(0) }),
          ),
        ),
      );
    const profile = (own: string) =>
      fc.tuple(profileBody, items).map(([body, each]) => ({ code: own, ...body, items: each }));
    const source = (tag: string) =>
      fc.record({
        tag: fc.constant(tag),
        citation: words,
        url: text(0),
        read: fc.constantFrom('full text', 'part', 'abstract', 'data', 'secondary', 'ours'),
      });
    const point = (value: number) =>
      fc.record({ value: fc.constant(value), label: words, anchor: words });
    return fc.record({
      format: fc.constant('freehold-framework/1'),
      code,
      version: fc.integer({ min: 1, max: 1e6 }),
      title: words,
      statement: words,
      licence: text(0),
      language: text(0),
      scale: fc.tuple(...[0, 1, 2, 3, 4].map(point)),
      sources: fc.tuple(...tags.map(source)),
      profiles: fc.tuple(...profiles.map(profile)),
      levels: fc.tuple(...levels.map(level)),
    });
  });
