import { useEffect, useState } from 'react';
import { Choice, TextField } from '../parts/field.tsx';
import { Button } from '../parts/button.tsx';
import { number } from '../words.ts';
import type { SupplierPage } from './calls.ts';
import { supplierSearch, type SupplierSearch } from './search.ts';
import { bandWords, countryWords, productWords, tierWords } from './words.ts';

type Facet = { readonly code: string; readonly n: number };

/** What the list is narrowed by; what is offered is what there is, with how many. */
export function SupplierFilters({
  search,
  facets,
  onChange,
}: {
  search: SupplierSearch;
  facets: SupplierPage;
  onChange: (search: SupplierSearch) => void;
}) {
  const set = (change: Record<string, string>) =>
    onChange(supplierSearch({ ...search, page: 1, ...change }));
  const [open, setOpen] = useState(() => matchMedia('(min-width: 700px)').matches);
  const choice = (
    label: string,
    key: 'country' | 'product' | 'tier' | 'band',
    all: readonly Facet[],
    words: (code: string) => string,
  ) => (
    <Choice
      label={label}
      value={search[key] ?? ''}
      options={[
        ['', 'Any'],
        ...all
          .filter(({ code }) => code !== '')
          .map(({ code, n }): [string, string] => [code, `${words(code)} (${number(n)})`]),
      ]}
      onChange={(value) => set({ [key]: value })}
    />
  );
  const narrowed = Object.keys(search).some((key) => key !== 'page' && key !== 'order');
  return (
    <search className="stack-tight">
      <Sought query={search.query ?? ''} onChange={(query) => set({ query })} />
      <details
        className="method"
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>Narrow the list{narrowed ? ' (narrowed)' : ''}</summary>
        <div className="partners-filters">
          {choice('Priority', 'band', facets.bands, (code) =>
            code === 'high' || code === 'medium' || code === 'low' || code === 'not-known'
              ? bandWords[code]
              : code,
          )}
          {choice('Country', 'country', facets.countries, countryWords)}
          {choice('Product', 'product', facets.products, productWords)}
          {choice('Tier', 'tier', facets.tiers, (code) => tierWords(Number(code)))}
          <Choice
            label="Sites"
            value={search.placed ?? ''}
            options={[
              ['', 'Any'],
              ['no', 'With one that could not be placed'],
            ]}
            onChange={(placed) => set({ placed })}
          />
          <Choice
            label="Order"
            value={search.order ?? ''}
            options={[
              ['', 'The most severe first'],
              ['name', 'By name'],
            ]}
            onChange={(order) => set({ order })}
          />
        </div>
      </details>
      {narrowed && (
        <div>
          <Button onClick={() => onChange({})}>Show all suppliers</Button>
        </div>
      )}
    </search>
  );
}

/** Asks when somebody stops typing, not at each letter. */
function Sought({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const [typed, setTyped] = useState(query);
  useEffect(() => {
    if (typed === query) return undefined;
    const timer = setTimeout(() => onChange(typed), 300);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <TextField label="Name or company number" type="search" value={typed} onChange={setTyped} />
  );
}
