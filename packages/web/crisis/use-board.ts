import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Item } from '@freehold/core/crisis';
import { queries } from '../api.ts';
import { useUndo } from '../parts/undo.tsx';
import {
  addItem,
  boardQuery,
  changeItem,
  crisisChanged,
  type CrisisAt,
  type HeldItem,
} from './calls.ts';

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
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** One touch after the other, each made on what is kept by then: a quick finger runs into no conflict with itself. */
  const touch = (id: string, step: (content: Item) => Item): Promise<boolean> => {
    const done = queue.current.then(async () => {
      const board = queries.getQueryData(boardQuery(at).queryKey);
      const held = board?.items.find((each) => each.id === id);
      if (held !== undefined) await change.mutateAsync({ held, content: step(held.content) });
    });
    const told = done.then(
      () => true,
      () => false,
    );
    queue.current = told;
    return told;
  };
  return {
    /** Changes an item at a touch; whether it was kept. */
    touch,
    busy: add.isPending || change.isPending || remove.isPending,
    error: add.error ?? change.error ?? remove.error,
    undo: offer,
    add: add.mutateAsync,
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
