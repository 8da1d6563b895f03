import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { count } from '../words.ts';
import { suppliersQuery } from './calls.ts';
import { countryWords } from './words.ts';

type Named = { readonly id: string; readonly name: string };

const offered = 6;

/** One of perhaps thousands of suppliers, found by its name; or none. */
export function SupplierChoice({
  partnership,
  chosen,
  onChange,
}: {
  partnership: string;
  chosen: Named | null;
  onChange: (supplier: Named | null) => void;
}) {
  const [query, setQuery] = useState('');
  const { data } = useQuery({
    ...suppliersQuery(partnership, { query, order: 'name' }),
    enabled: query.trim().length > 1,
  });
  if (chosen !== null)
    return (
      <div className="row">
        <span>
          Supplier: <span className="strong">{chosen.name}</span>
        </span>
        <Button tone="quiet" onClick={() => onChange(null)}>
          Another
        </Button>
      </div>
    );
  const found = query.trim().length > 1 ? (data?.suppliers ?? []) : [];
  return (
    <div className="stack-tight">
      <TextField
        label="Supplier"
        hint="Two letters of its name are enough; leave it empty for what is about no single one."
        type="search"
        value={query}
        onChange={setQuery}
      />
      {found.slice(0, offered).map(({ id, name, country }) => (
        <div key={id}>
          <Button tone="quiet" onClick={() => onChange({ id, name })}>
            {name}, {countryWords(country)}
          </Button>
        </div>
      ))}
      {(data?.total ?? 0) > offered && found.length > 0 && (
        <p className="small soft">
          {count((data?.total ?? 0) - offered, 'more fits', 'more fit')}: write more of the name.
        </p>
      )}
    </div>
  );
}
