import type { StudioDesk } from './desk.ts';

// The desk that is open in this tab, if any: it outlives the studio's page while one looks at the ledger.
let open: StudioDesk | null = null;

export function openDesk(): StudioDesk | null {
  return open;
}

export function setDesk(desk: StudioDesk): StudioDesk {
  open = desk;
  return desk;
}

/** Puts the records out of the browser's memory. */
export function closeDesk(): void {
  open?.close();
  open = null;
}
