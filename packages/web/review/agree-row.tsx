import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ScoreCell } from '../parts/number.tsx';
import { AgreeCard } from './agree-card.tsx';
import type { AgreeingIndicator, ReviewAt } from './review.ts';
import { agreementWords, valueWords } from './words.ts';

/** One question in a line; opens in place, one at a time, at an address of its own. */
export function AgreeRow({
  at,
  indicator,
  raters,
  single,
  may,
  isOpen,
}: {
  at: ReviewAt;
  indicator: AgreeingIndicator;
  raters: number;
  single: boolean;
  may: boolean;
  isOpen: boolean;
}) {
  const { code, title, agreed, spread, anchors } = indicator;
  const asked = anchors.length > 0;
  const row = useRef<HTMLDivElement>(null);
  const openAtFirst = useRef(isOpen);
  useEffect(() => {
    // An address that names a question shows it; opening one by hand moves nothing.
    if (openAtFirst.current) row.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={row} className="agree-row" data-open={isOpen || undefined}>
      <Link
        className="agree-head"
        from="/p/$partnership/reviews/$review/agreeing"
        to="/p/$partnership/reviews/$review/agreeing"
        params={at}
        search={({ at: _at, ...rest }) => (isOpen ? rest : { ...rest, at: code })}
        resetScroll={false}
        aria-expanded={isOpen}
        role="button"
      >
        <span className="agree-title">
          <span className="strong">{title}</span>
          <span className="small soft">
            {asked ? agreementWords(indicator) : valueWords(indicator)}
          </span>
        </span>
        <span className="agree-state">
          {spread !== null && spread >= 2 && agreed === null && (
            <span className="tag warn">{spread >= 3 ? 'far apart' : 'apart'}</span>
          )}
          {agreed === null && asked && <span className="tag">to agree</span>}
          {agreed !== null && (
            <span className="small">
              agreed <AgreedValue answer={agreed.answer} />
            </span>
          )}
        </span>
      </Link>
      {isOpen && (
        <AgreeCard at={at} indicator={indicator} raters={raters} single={single} may={may} />
      )}
    </div>
  );
}

export function AgreedValue({ answer }: { answer: string }) {
  if (answer === 'na') return <span className="tag">not applicable</span>;
  if (answer === 'dk') return <span className="tag">not known</span>;
  return <ScoreCell score={Number(answer)} />;
}
