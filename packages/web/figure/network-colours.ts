import { useEffect, useState, type RefObject } from 'react';

/** Colours as a canvas needs them: worked out for the theme that is on. */
export type NetworkColours = {
  readonly categories: readonly string[];
  readonly ink: string;
  readonly soft: string;
  readonly tie: string;
  readonly paper: string;
  readonly lit: string;
};

/** The page's colours for a canvas, read anew when the theme changes; null until there is an element to read from. */
export function useNetworkColours(element: RefObject<HTMLElement | null>): NetworkColours | null {
  const [colours, setColours] = useState<NetworkColours | null>(null);
  useEffect(() => {
    const read = () => {
      if (element.current === null) return;
      const now = coloursOf(element.current);
      // Saving a picture turns the page light for a moment; that is no reason to draw anew.
      setColours((so) => (JSON.stringify(so) === JSON.stringify(now) ? so : now));
    };
    read();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      watch.disconnect();
      dark.removeEventListener('change', read);
    };
  }, [element]);
  return colours;
}

function coloursOf(inside: HTMLElement): NetworkColours {
  const probe = document.createElement('span');
  inside.append(probe);
  const of = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    categories: ['rule-strong', ...Array.from({ length: 8 }, (_, at) => `cat-${at + 1}`)].map(of),
    ink: of('ink'),
    soft: of('rule'),
    tie: of('rule-strong'),
    paper: of('paper-raised'),
    lit: of('action'),
  };
  probe.remove();
  return colours;
}
