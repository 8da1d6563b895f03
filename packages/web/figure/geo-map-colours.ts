export type MapColours = {
  readonly paper: string;
  /** Land that no area lies on. */
  readonly land: string;
  readonly ink: string;
  /** One for each class, from none upwards. */
  readonly shades: readonly string[];
};

const shades = ['none', '0', '1', '2', '3', '4'] as const;

/** The page's colours as the map needs them: as values, since its canvas knows no style sheet. */
export function colours(box: HTMLElement | null): MapColours {
  const probe = document.createElement('span');
  (box ?? document.body).append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    paper: read('--paper'),
    land: read('--paper-sunk'),
    ink: read('--ink'),
    shades: shades.map((each) =>
      each === 'none' ? read('--paper-raised') : read(`--score-${each}`),
    ),
  };
  probe.remove();
  return found;
}

/** Calls back when the page turns light or dark; answers with how to stop that. */
export function whenColoursChange(change: () => void): () => void {
  const page = new MutationObserver(change);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', change);
  return () => {
    page.disconnect();
    system.removeEventListener('change', change);
  };
}
