import { Notice } from '../parts/notice.tsx';
import type { Warning } from './calls.ts';
import { warningWords } from './words.ts';

/** Where effort sits round after round, if it does. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  return warnings.map((warning) => {
    const [title, words] = warningWords(warning);
    return (
      <Notice key={`${warning.code} ${warning.stage}`} tone="warn" title={title}>
        <p>{words}</p>
      </Notice>
    );
  });
}
