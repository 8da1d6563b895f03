import { useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';

/** A rater's link as it was just made. The server keeps only its hash, so it is shown this once. */
export type FreshLink = {
  readonly agency: string;
  readonly name: string;
  readonly email: string | null;
  readonly link: string;
  /** False when the mail server did not take it. */
  readonly mailed: boolean;
  /** It replaces an older link, which has stopped. */
  readonly renewed: boolean;
};

export function LinkDialog({
  fresh: { agency, name, email, link, mailed, renewed },
  onClose,
  onMore,
}: {
  fresh: FreshLink;
  onClose: () => void;
  onMore?: () => void;
}) {
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      // Browsers refuse the clipboard on plain http; the link is selected instead.
      setCopied('by-hand');
    }
  };
  const whose = name === '' ? agency : `${name}, ${agency}`;
  return (
    <Dialog title={`The link for ${whose}`} open onClose={onClose}>
      <p>
        {email === null
          ? 'Send it to them yourself. It opens the questions without an account, so treat it like a key.'
          : mailed
            ? `It has been sent to ${email}. You can also pass it on yourself.`
            : `The mail to ${email} could not be sent: the mail server was away. Pass the link on yourself.`}
      </p>
      <Field
        label="Link"
        hint="Shown only now. If it gets lost, make a new one; the old one then stops."
      >
        {(wiring) => (
          <input
            {...wiring}
            ref={field}
            className="input"
            readOnly
            value={link}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      {renewed && <p className="small soft">The older link has stopped. No answer is lost.</p>}
      <div className="row">
        <Button tone="primary" onClick={() => void copy()}>
          Copy the link
        </Button>
        {onMore !== undefined && <Button onClick={onMore}>Add another rater</Button>}
        <Button tone="quiet" onClick={onClose}>
          Done
        </Button>
      </div>
      <p role="status" className="small">
        {copied === 'yes' && 'Copied.'}
        {copied === 'by-hand' && 'The link is selected; press Ctrl+C or Cmd+C to copy it.'}
      </p>
    </Dialog>
  );
}
