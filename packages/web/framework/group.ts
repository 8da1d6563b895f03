import type { FrameworkListed, VersionListed } from './calls.ts';

/** Versions with one code, the newest first: a partnership's own, and those that everybody shares. */
export type FrameworkGroup = { readonly code: string; readonly versions: readonly VersionListed[] };

/**
 * Puts what has the same code together, in the order of first appearance: an own version goes on counting
 * where the shared ones stop. Of two with the same number the own one comes first.
 */
export function byCode(frameworks: readonly FrameworkListed[]): readonly FrameworkGroup[] {
  const codes = [...new Set(frameworks.map(({ code }) => code))];
  return codes.map((code) => ({
    code,
    versions: frameworks
      .filter((each) => each.code === code)
      .flatMap(({ versions }) => versions)
      .toSorted((a, b) => b.version - a.version || Number(a.shared) - Number(b.shared)),
  }));
}
