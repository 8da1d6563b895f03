import type { ButtonHTMLAttributes } from 'react';

export type Tone = 'plain' | 'primary' | 'quiet' | 'danger';

/** The class of something that looks like a button; for links that lead to a next step. */
export function buttonClass(tone: Tone = 'plain'): string {
  return tone === 'plain' ? 'button' : `button ${tone}`;
}

/** A button; `primary` once a page. */
export function Button({
  tone = 'plain',
  type = 'button',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { tone?: Tone }) {
  return <button {...rest} type={type} className={buttonClass(tone)} />;
}
