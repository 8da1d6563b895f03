import { useState, type ReactNode } from 'react';
import type { Item } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Problems } from '../parts/problems.tsx';
import type { HeldItem } from './calls.ts';
import type { Items } from './use-board.ts';

/** The dialog around the fields of an item; what is typed stays when the server says no. */
export function ItemForm({
  title,
  held,
  content,
  items,
  onClose,
  children,
}: {
  title: string;
  /** What is changed; null adds something new. */
  held: HeldItem | null;
  content: Item;
  items: Items;
  onClose: () => void;
  children: ReactNode;
}) {
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    try {
      await (held === null ? items.add(content) : items.changeAndWait(held, content));
      onClose();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {children}
        <Problems error={error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={items.busy}>
            {held === null ? 'Add it' : 'Save'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}
