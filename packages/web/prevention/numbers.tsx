import type { Figures } from '@freehold/core/prevention';
import { Figure } from '../parts/number.tsx';
import { count, day } from '../words.ts';

/** The portfolio in five numbers, each with what it is counted over. */
export function Numbers({ found, today }: { found: Figures; today: string }) {
  const { n, spend, withBudget, currency, otherCurrencies, reach, withReach, coverage } = found;
  const known = `${withBudget} of ${n} priced${otherCurrencies > 0 ? `; ${otherCurrencies} in another currency left out` : ''}`;
  return (
    <dl className="health">
      <div>
        <dt>Planned and running</dt>
        <dd>
          <Figure value={n} decimals={0} date={day(today)} />
        </dd>
      </div>
      <div>
        <dt>Known spend</dt>
        <dd>
          <Figure
            value={spend}
            decimals={0}
            unit={currency}
            source={known}
            missingBecause="no budget is known"
          />
        </dd>
      </div>
      <div>
        <dt>People reached so far</dt>
        <dd>
          <Figure
            value={reach}
            decimals={0}
            source={`${withReach} of ${n} say so${found.reachTarget === null ? '' : `; target ${found.reachTarget.toLocaleString('en-GB')}`}`}
            missingBecause="nobody has counted yet"
          />
        </dd>
      </div>
      <div>
        <dt>Coverage</dt>
        <dd>
          <Figure value={coverage.filled} decimals={0} unit={`of ${coverage.of} cells`} />
        </dd>
      </div>
      <div>
        <dt>Evenness over pathways</dt>
        <dd>
          <Figure
            value={found.evenness}
            decimals={2}
            source={`0 all on one, 1 the same on each; ${count(n, 'intervention', 'interventions')}`}
            missingBecause="nothing is counted"
          />
        </dd>
      </div>
    </dl>
  );
}
