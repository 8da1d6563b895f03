import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { keyHelp, switchKeys } from './keys.ts';

/** Lists the keys, and switches them off for whoever they get in the way of. */
export function KeyHelp({
  plain,
  open,
  on,
  onSwitch,
  onClose,
}: {
  plain: boolean;
  open: boolean;
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title="Keys on this page" open={open} onClose={onClose}>
      <dl className="key-list">
        {keyHelp(plain).map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">They rest while you type in a field.</p>
      <label className="option">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            switchKeys(target.checked);
            onSwitch(target.checked);
          }}
        />
        <span>Use these keys</span>
      </label>
      <div>
        <Button tone="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
