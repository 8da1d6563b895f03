import { useBlocker } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { closeDesk, openDesk } from './open-desk.ts';

/** Asks before somebody goes away from records that are open with work that is not saved, and puts them away. */
export function LeaveGuard({ partnership }: { partnership: string }) {
  const room = `/p/${partnership}/release`;
  const unsaved = () => openDesk()?.state().unsaved === true;
  const { status, proceed, reset } = useBlocker({
    withResolver: true,
    enableBeforeUnload: unsaved,
    shouldBlockFn: ({ next }) => {
      if (next.pathname.startsWith(room)) return false;
      if (unsaved()) return true;
      closeDesk();
      return false;
    },
  });
  const leave = () => {
    closeDesk();
    proceed?.();
  };
  return (
    <Dialog
      title="Leave, and put the records away?"
      open={status === 'blocked'}
      onClose={() => reset?.()}
    >
      <p>
        The records, the codebook as you changed it, and the releases you made are only in this tab.
        Save what you want to keep first.
      </p>
      <div className="row">
        <Button tone="primary" onClick={() => reset?.()}>
          Stay
        </Button>
        <Button tone="danger" onClick={leave}>
          Leave without saving
        </Button>
      </div>
    </Dialog>
  );
}
