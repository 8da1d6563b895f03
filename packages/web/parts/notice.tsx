import type { ReactNode } from 'react';

/** Something worth saying once, beside what it is about. `bad` is read out at once. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: 'info' | 'good' | 'warn' | 'bad';
  title?: string;
  children?: ReactNode;
}) {
  return (
    <section className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** What a page says before there is anything: what it is for, what it needs, one button. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="empty stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
