import { Notice } from '../parts/notice.tsx';
import { problemsOf } from '../parts/problems.tsx';
import { problemSentence } from '../words.ts';

/** Says why a save that went by itself failed. It does not take the focus: somebody is typing. */
export function NotSaved({ error }: { error: unknown }) {
  if (error === null) return null;
  return (
    <Notice tone="bad" title="Not saved yet">
      {problemsOf(error).map(({ code, details }) => (
        <p key={code}>{problemSentence(code, details)}</p>
      ))}
      <p className="small">It is tried again by itself. Leave this page open.</p>
    </Notice>
  );
}
