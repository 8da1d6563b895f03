import { Link } from '@tanstack/react-router';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';

export type Crumb = { readonly words: string; readonly to?: string };

const CrumbContext = createContext<{
  crumbs: readonly Crumb[];
  set: (crumbs: readonly Crumb[]) => void;
} | null>(null);

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  return <CrumbContext value={{ crumbs, set }}>{children}</CrumbContext>;
}

/** Says where a page stands; call it once a page. */
export function useCrumbs(...crumbs: readonly Crumb[]): void {
  const set = use(CrumbContext)?.set;
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    set?.(JSON.parse(key) as Crumb[]);
  }, [set, key]);
}

export function Crumbs() {
  const crumbs = use(CrumbContext)?.crumbs ?? [];
  return (
    <nav aria-label="Where you are">
      <ol className="crumbs">
        {crumbs.map(({ words, to }) => (
          <li key={words}>
            {to === undefined ? <span>{words}</span> : <Link to={to}>{words}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
