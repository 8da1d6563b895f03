import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Edit, Known } from '@freehold/core/change';
import { saySaved } from '../shell/saved.tsx';
import {
  readTheory,
  saveTheory,
  theoriesChanged,
  type KeptTheory,
  type TheoryAt,
} from './calls.ts';
import { TheoryDesk, type DeskState } from './desk.ts';

/** A theory at hand: what it is now, and the ways to change it. */
export type Drawing = DeskState & {
  readonly desk: TheoryDesk;
  readonly known: Known;
  readonly mayDraw: boolean;
  readonly edit: (edit: Edit, run?: string) => boolean;
};

/** Opens a theory for drawing; it saves itself, and once more when the page is left. */
export function useTheory(at: TheoryAt, kept: KeptTheory, mayDraw: boolean): Drawing {
  const [desk] = useState(
    () =>
      new TheoryDesk(kept, {
        save: (revision, theory) => saveTheory(at, { revision, theory }),
        read: () => readTheory(at),
      }),
  );
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const waits = desk.waits();
  useEffect(() => {
    // What waits for a pause in the drawing is not saved yet either.
    if (state.saving || waits) saySaved({ kind: 'saving' });
    else if (state.base.revision > kept.revision) saySaved({ kind: 'saved', at: new Date() });
    else saySaved({ kind: 'nothing' });
  }, [state.saving, waits, state.base.revision, kept.revision]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (desk.waits()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      desk.close();
      saySaved({ kind: 'nothing' });
      void theoriesChanged(at.partnership);
    };
  }, [desk, at.partnership]);
  return {
    ...state,
    ...{ desk, known: kept.known, mayDraw },
    edit: (edit, run) => desk.edit(edit, run),
  };
}

/** An id that no other person makes at the same time. */
export function newId(stem: 'n' | 'l'): string {
  return `${stem}${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}
