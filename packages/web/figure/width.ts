import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in whole pixels, as it changes; `before` until it is known or while hidden. */
export function useWidth<Element extends HTMLElement>(before = 640) {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now > 0) setWidth(now);
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
