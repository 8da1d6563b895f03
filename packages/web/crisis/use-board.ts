import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Item } from '@freehold/core/crisis';
import { useUndo } from '../parts/undo.tsx';
import { addItem, changeItem, crisisChanged, type CrisisAt, type HeldItem } from './calls.ts';

/** The time, anew every half minute, for clocks that run on the board. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Adding, changing and taking away what stands on a board; the last thing taken away can be brought back. */
export function useItems(at: CrisisAt) {
  const { offer, offerUndo } = useUndo();
  const add = useMutation({
    mutationFn: (content: Item) => addItem(at, content),
    onSettled: crisisChanged,
  });
  const change = useMutation({
    mutationFn: ({ held, content }: { held: HeldItem; content: Item }) =>
      changeItem(at.partnership, held.id, { version: held.version, content }),
    onSettled: crisisChanged,
  });
  const remove = useMutation({
    mutationFn: ({ id, version, removed }: { id: string; version: number; removed: boolean }) =>
      changeItem(at.partnership, id, { version, removed }),
    onSettled: crisisChanged,
  });
  return {
    busy: add.isPending || change.isPending || remove.isPending,
    error: add.error ?? change.error ?? remove.error,
    undo: offer,
    add: add.mutateAsync,
    change: (held: HeldItem, content: Item) => change.mutate({ held, content }),
    changeAndWait: (held: HeldItem, content: Item) => change.mutateAsync({ held, content }),
    remove: (held: HeldItem, says: string) => {
      const { id, version } = held;
      const back = () => remove.mutate({ id, version: version + 1, removed: false });
      remove.mutate(
        { id, version, removed: true },
        { onSuccess: () => offerUndo({ says: `Taken away: ${says}.`, undo: back }) },
      );
    },
  };
}
export type Items = ReturnType<typeof useItems>;
