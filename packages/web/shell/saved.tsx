import { useSyncExternalStore } from 'react';
import { time } from '../words.ts';

export type Saved =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date; readonly what?: string }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'to-mend'; readonly count: number };

let state: Saved = { kind: 'nothing' };
const listeners = new Set<() => void>();

/** Says what became of what a person typed; the shell shows it at the top. */
export function saySaved(next: Saved): void {
  state = next;
  for (const tell of listeners) tell();
}

export function SavedState() {
  const now = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
  );
  return (
    <span className="saved" role="status">
      {words(now)}
    </span>
  );
}

function words(saved: Saved): string {
  switch (saved.kind) {
    case 'nothing':
      return '';
    case 'saving':
      return 'Saving …';
    case 'saved':
      return `All ${saved.what ?? 'changes'} saved · ${time(saved.at)}`;
    case 'to-mend':
      return saved.count === 1 ? '1 answer needs mending' : `${saved.count} answers need mending`;
    case 'waiting':
      return `Offline: ${saved.count} ${saved.count === 1 ? 'answer' : 'answers'} waiting`;
  }
}
