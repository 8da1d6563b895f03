import { left, spent, type Ledger } from '@freehold/core/privacy';
import { count, number } from '../words.ts';

/** How much of a budget is spent, as a bar with its numbers; ρ is what adds up. */
export function BudgetMeter({ ledger }: { ledger: Ledger }) {
  const [gone, still] = [spent(ledger), left(ledger)];
  const whole = gone.rho + still.rho;
  const drawn = ledger.lines.filter(({ drawnIn }) => drawnIn === undefined).length;
  const share = whole === 0 ? 1 : gone.rho / whole;
  return (
    <div className="budget-meter">
      <p>
        <span className="strong">
          {number(gone.epsilon, 2)} of ε {number(ledger.budget.epsilon, 2)} is spent
        </span>{' '}
        <span className="small soft">
          in {count(drawn, 'charge', 'charges')}, at δ = {ledger.budget.delta}. One more release may
          have up to ε{'\u00a0'}
          {number(Math.floor(still.epsilon * 100) / 100, 2)}.
        </span>
      </p>
      <meter
        aria-label="Privacy budget spent"
        min={0}
        max={1}
        high={0.8}
        optimum={0}
        value={share}
      />
    </div>
  );
}
