import { useEffect, useEffectEvent } from 'react';

/**
 * Listens for single keys of a page. `act` says whether the key did something. Silent while somebody types, in a
 * dialogue, and when switched off: WCAG 2.1.4 asks that single keys can be.
 */
export function usePageKeys(
  on: boolean,
  act: (key: string, target: Element | null) => boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!on || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    if (document.querySelector('dialog[open]') !== null || isTyping(target)) return;
    if (act(event.key, target)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: Element | null): boolean {
  if (target === null) return false;
  if (target.closest('textarea, select, [contenteditable="true"]') !== null) return true;
  return (
    target instanceof HTMLInputElement &&
    !['radio', 'checkbox', 'button', 'file'].includes(target.type)
  );
}
