import { countries, products, type PriorityRule } from '@freehold/core/diligence';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Tick } from '../parts/tick.tsx';
import { numberOr } from './inputs.tsx';
import { countryWords, productWords, ruleWords } from './words.ts';

/** One rule about suppliers: what it looks at, what it gives, and where it comes from. */
export function RuleEditor({
  rule,
  onChange,
  onRemove,
}: {
  rule: PriorityRule;
  onChange: (rule: PriorityRule) => void;
  onRemove: () => void;
}) {
  const set = (change: Partial<PriorityRule>) => onChange({ ...rule, ...change });
  const when = (change: Partial<PriorityRule['when']>) =>
    onChange({ ...rule, when: { ...rule.when, ...change } });
  return (
    <details className="method" open={rule.title === ''}>
      <summary>
        {rule.title || 'A new rule'}: {ruleWords(rule) || 'looks at nothing yet'}; severity{' '}
        {rule.severity ?? '–'}, likelihood {rule.likelihood ?? '–'}
        {rule.status === 'proposed' && ' · PROPOSED'}
      </summary>
      <div className="stack">
        <TextField
          label="What it is called"
          required
          maxLength={200}
          value={rule.title}
          onChange={(title) => set({ title })}
        />
        <div className="rule-editor">
          <Codes
            label="Products"
            chosen={rule.when.products}
            options={products.map(({ code }) => [code, productWords(code)] as const)}
            words={productWords}
            onChange={(next) => when({ products: next })}
          />
          <Codes
            label="In these countries"
            chosen={rule.when.countries}
            options={countries.map(({ code, name }) => [code, name] as const)}
            words={countryWords}
            onChange={(next) => when({ countries: next })}
          />
          <Codes
            label="Outside these countries"
            chosen={rule.when.countriesExcept}
            options={countries.map(({ code, name }) => [code, name] as const)}
            words={countryWords}
            onChange={(countriesExcept) => when({ countriesExcept })}
          />
          <Choice
            label="From this tier on"
            value={String(rule.when.tierFrom ?? '')}
            options={steps('Any tier', 9)}
            onChange={(tier) => when({ tierFrom: numberOr(tier) })}
          />
          <Choice
            label="Severity"
            value={String(rule.severity ?? '')}
            options={steps('Says nothing of it', 5)}
            onChange={(step) => set({ severity: numberOr(step) })}
          />
          <Choice
            label="Likelihood"
            value={String(rule.likelihood ?? '')}
            options={steps('Says nothing of it', 5)}
            onChange={(step) => set({ likelihood: numberOr(step) })}
          />
        </div>
        <TextField
          label="Where it comes from"
          hint="A source that others can look up; or that it is yours."
          required
          maxLength={1000}
          value={rule.source}
          onChange={(source) => set({ source })}
        />
        <Tick
          words="Confirmed by us, no longer only proposed"
          on={rule.status === 'confirmed'}
          onChange={(on) => set({ status: on ? 'confirmed' : 'proposed' })}
        />
        <div>
          <Button tone="quiet" onClick={onRemove}>
            Remove this rule<span className="unseen">: {rule.title}</span>
          </Button>
        </div>
      </div>
    </details>
  );
}

/** A rule that says nothing yet, with a code that no other has. */
export function emptyRule(rules: readonly PriorityRule[]): PriorityRule {
  const taken = new Set(rules.map(({ code }) => code));
  let at = rules.length + 1;
  while (taken.has(`rule-${at}`)) at += 1;
  return {
    ...{ code: `rule-${at}`, title: '', severity: null, likelihood: null, source: '' },
    when: { countries: [], countriesExcept: [], products: [], tierFrom: null },
    status: 'proposed',
  };
}

function Codes({
  label,
  chosen,
  options,
  words,
  onChange,
}: {
  label: string;
  chosen: readonly string[];
  options: readonly (readonly [string, string])[];
  words: (code: string) => string;
  onChange: (chosen: string[]) => void;
}) {
  return (
    <div className="stack-tight">
      <Choice
        label={label}
        value=""
        options={[
          ['', chosen.length === 0 ? 'Any' : 'Add another …'],
          ...options.filter(([code]) => !chosen.includes(code)),
        ]}
        onChange={(code) => code !== '' && onChange([...chosen, code])}
      />
      {chosen.map((code) => (
        <span key={code} className="row small">
          {words(code)}
          <Button tone="quiet" onClick={() => onChange(chosen.filter((each) => each !== code))}>
            Take off<span className="unseen"> {words(code)}</span>
          </Button>
        </span>
      ))}
    </div>
  );
}

function steps(none: string, most: number): readonly (readonly [string, string])[] {
  return [
    ['', none],
    ...Array.from({ length: most }, (_, at) => [String(at + 1), String(at + 1)] as const),
  ];
}
