import type { ButtonHTMLAttributes } from 'react';

export type Tone = 'plain' | 'primary' | 'quiet' | 'danger';

/** The class of something that looks like a button; for links that lead to a next step. */
export function buttonClass(tone: Tone = 'plain'): string {
  return tone === 'plain' ? 'button' : `button ${tone}`;
}

/** A button; `primary` once a page. Whoever double-clicks one that sends a form sends it once. */
export function Button({
  tone = 'plain',
  type = 'button',
  onClick,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { tone?: Tone }) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(tone)}
      onClick={(event) => {
        // A mutation says that it is under way only after this click: the second of two would send again.
        if (type === 'submit' && event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
