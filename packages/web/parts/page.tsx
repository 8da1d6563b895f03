import { useEffect, type ReactNode } from 'react';

/**
 * The head of a page: a title that says what is found, at most one primary action, and the content.
 * Sets the window's title.
 */
export function Page({
  title,
  lede,
  action,
  children,
}: {
  title: string;
  lede?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Freehold`;
  }, [title]);
  return (
    <>
      <header className="page-head">
        <div className="titles">
          <h1>{title}</h1>
          {lede !== undefined && <p className="lede">{lede}</p>}
        </div>
        {action}
      </header>
      <div className="stack-wide">{children}</div>
    </>
  );
}

/** "How this is worked out": method, source, date and recipe, folded away. */
export function Method({ children }: { children: ReactNode }) {
  return (
    <details className="method">
      <summary>How this is worked out</summary>
      {children}
    </details>
  );
}

/** While something loads. Says nothing for the first moment, so that fast answers do not flicker. */
export function Loading({ what }: { what: string }) {
  return (
    <p className="soft" role="status">
      Loading {what} …
    </p>
  );
}
