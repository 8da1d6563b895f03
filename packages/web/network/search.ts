/** What of a network's page is worth sharing: which network, who is selected, and how it is drawn. */
export type NetworkSearch = {
  readonly network?: string;
  readonly node?: string;
  readonly colour?: string;
  readonly size?: string;
  /** Only nodes whose attribute `by` is `is`. */
  readonly by?: string;
  readonly is?: string;
  /** Only ties of this weight or more. */
  readonly least?: number;
  /** Whether those without a tie are left out. */
  readonly tied?: boolean;
};

const texts = ['network', 'node', 'colour', 'size', 'by', 'is'] as const;

export function networkSearch(search: Record<string, unknown>): NetworkSearch {
  const said = texts.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const least = Number(search['least']);
  return {
    ...Object.fromEntries(said),
    ...(least > 0 && Number.isFinite(least) && { least }),
    ...(search['tied'] === true && { tied: true }),
  };
}
