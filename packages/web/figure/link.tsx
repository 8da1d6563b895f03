import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** Goes to an address of the app without loading it anew. */
export function useOpen(): (href: string) => void {
  const router = useRouter({ warn: false });
  return (href) => router.history.push(href);
}

/** A link inside a drawing, from plain data: `href` is a path of the app. Works in HTML and in SVG. */
export function FigureLink({
  href,
  className,
  focusable = true,
  children,
}: {
  href: string;
  className?: string;
  focusable?: boolean;
  children: ReactNode;
}) {
  const open = useOpen();
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(href);
  };
  return (
    <a
      href={href}
      onClick={onClick}
      {...(className !== undefined && { className })}
      {...(!focusable && { tabIndex: -1 })}
    >
      {children}
    </a>
  );
}
