import { useState } from 'react';
import type { Level } from '@freehold/core/framework';
import { countIndicators } from './document.ts';

/**
 * The contents beside the document: levels, their topics, and how many indicators of each are shown. Where
 * there is no room beside it they begin folded.
 */
export function Contents({ levels }: { levels: readonly Level[] }) {
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 1001px)').matches);
  return (
    <details
      className="framework-contents"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Contents</summary>
      <nav aria-label="Contents of the framework">
        <ol>
          {levels.map((level) => (
            <li key={level.code}>
              <Entry code={level.code} title={level.title} count={countIndicators([level])} />
              <ol>
                {level.topics.map(({ code, title, indicators }) => (
                  <li key={code}>
                    <Entry code={code} title={title} count={indicators.length} />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function Entry({ code, title, count }: { code: string; title: string; count: number }) {
  return (
    <a href={`#${code}`}>
      <span>{title}</span> <span className="soft">{count}</span>
    </a>
  );
}
