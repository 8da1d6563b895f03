/** What is looked for in a version: text, a profile, and how much of each indicator is shown. */
export type VersionSearch = {
  readonly find?: string;
  readonly profile?: string;
  readonly show?: 'questions';
};

/** Two versions, and whether the unchanged indicators are shown too. */
export type MappingSearch = {
  readonly from?: string;
  readonly to?: string;
  readonly show?: 'all';
};

type Given = Readonly<Record<string, unknown>>;

/** Keeps what it knows and drops the rest, empty values too. */
export function versionSearch({ find, profile, show }: Given): VersionSearch {
  return {
    ...(isText(find) && { find }),
    ...(isText(profile) && { profile }),
    ...(show === 'questions' && { show }),
  };
}

export function mappingSearch({ from, to, show }: Given): MappingSearch {
  return {
    ...(isText(from) && { from }),
    ...(isText(to) && { to }),
    ...(show === 'all' && { show }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
