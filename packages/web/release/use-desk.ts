import { useState, useSyncExternalStore } from 'react';
import { StudioDesk, type StudioState } from './desk.ts';
import { openDesk, setDesk } from './open-desk.ts';

export type Studio = StudioState & { readonly desk: StudioDesk };

/** The desk of this tab, laid out anew where there is none. */
export function useDesk(): Studio {
  const [desk] = useState(() => openDesk() ?? setDesk(new StudioDesk()));
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  return { ...state, desk };
}
