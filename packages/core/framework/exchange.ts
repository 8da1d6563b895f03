import type { Framework } from './framework.ts';
import { cellOf, type Cell, type Form } from './exchange-cell.ts';

export type { Cell, Form };

/** A plain sheet: its first row names the columns. It stands for a worksheet or a CSV file alike. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** The sheets of a framework, in the order in which they are written. */
export const sheetNames = [
  'framework',
  'scale',
  'sources',
  'profiles',
  'profile-items',
  'levels',
  'topics',
  'indicators',
  'anchors',
] as const;
export type SheetName = (typeof sheetNames)[number];

/** One column: the schema's field, the title that people see, and how its cells are written. */
export type Column = readonly [field: string, title: string, form: Form];

export const columnsOf: Readonly<Record<SheetName, readonly Column[]>> = {
  framework: [
    ['format', 'format', 'text'],
    ['code', 'code', 'code'],
    ['version', 'version', 'number'],
    ['title', 'title', 'text'],
    ['statement', 'statement', 'text'],
    ['licence', 'licence', 'text'],
    ['language', 'language', 'text'],
  ],
  scale: [
    ['value', 'value', 'number'],
    ['label', 'label', 'text'],
    ['anchor', 'anchor', 'text'],
  ],
  sources: [
    ['tag', 'tag', 'text'],
    ['citation', 'citation', 'text'],
    ['url', 'url', 'text'],
    ['read', 'read', 'choice'],
  ],
  profiles: [
    ['code', 'code', 'code'],
    ['title', 'title', 'text'],
    ['help', 'help', 'text'],
    ['answers', 'answers', 'choice'],
  ],
  'profile-items': [
    ['profile', 'profile', 'code'],
    ['indicator', 'indicator', 'code'],
    ['statement', 'statement', 'text'],
    ['section', 'section', 'text'],
  ],
  levels: [
    ['code', 'code', 'code'],
    ['title', 'title', 'text'],
    ['help', 'help', 'text'],
    ['averaged', 'averaged', 'yes-no'],
  ],
  topics: [
    ['level', 'level', 'code'],
    ['code', 'code', 'code'],
    ['title', 'title', 'text'],
    ['help', 'help', 'text'],
    ['pathway', 'pathway', 'choices'],
  ],
  indicators: [
    ['topic', 'topic', 'code'],
    ['code', 'code', 'code'],
    ['title', 'title', 'text'],
    ['question', 'question', 'text'],
    ['help', 'help', 'text'],
    ['kind', 'kind', 'choice'],
    ['direction', 'direction', 'choice'],
    ['resultType', 'result type', 'choice'],
    ['weight', 'weight', 'number'],
    ['unit', 'unit', 'text'],
    ['numerator', 'numerator', 'text'],
    ['denominator', 'denominator', 'text'],
    ['factor', 'factor', 'number'],
    ['bands', 'bands', 'numbers'],
    ['measure', 'measure', 'text'],
    ['pathway', 'pathway', 'choices'],
    ['stages', 'stages', 'choices'],
    ['fourP', '4P', 'choices'],
    ['sdg', 'SDG', 'list'],
    ['sensitivity', 'sensitivity', 'choice'],
    ['leastCell', 'least cell', 'number'],
    ['sources', 'sources', 'list'],
    ['proposed', 'proposed', 'yes-no'],
  ],
  anchors: [
    ['indicator', 'indicator', 'code'],
    ['0', 'anchor 0', 'text'],
    ['1', 'anchor 1', 'text'],
    ['2', 'anchor 2', 'text'],
    ['3', 'anchor 3', 'text'],
    ['4', 'anchor 4', 'text'],
  ],
};

/**
 * A framework as plain sheets. An indicator without anchors has no row in `anchors`.
 *
 * Holds: `fromSheets(toSheets(framework))` is the framework again, exactly. [FW-1]
 */
export function toSheets(framework: Framework): readonly Sheet[] {
  const topics = framework.levels.flatMap((level) =>
    level.topics.map((topic) => ({ ...topic, level: level.code })),
  );
  const indicators = topics.flatMap((topic) =>
    topic.indicators.map((indicator) => ({ ...indicator, topic: topic.code })),
  );
  const items = framework.profiles.flatMap((profile) =>
    profile.items.map((item) => ({ ...item, profile: profile.code })),
  );
  const anchors = indicators
    .filter((indicator) => indicator.anchors.length > 0)
    .map((indicator) => ({
      ...Object.fromEntries(indicator.anchors.entries()),
      indicator: indicator.code,
    }));
  return [
    sheet('framework', [framework]),
    sheet('scale', framework.scale),
    sheet('sources', framework.sources),
    sheet('profiles', framework.profiles),
    sheet('profile-items', items),
    sheet('levels', framework.levels),
    sheet('topics', topics),
    sheet('indicators', indicators),
    sheet('anchors', anchors),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

function sheet(name: SheetName, records: readonly Fields[]): Sheet {
  const columns = columnsOf[name];
  return {
    name,
    rows: [
      columns.map(([, title]) => title),
      ...records.map((record) => columns.map(([field]) => cellOf(record[field]))),
    ],
  };
}
