import { useQuery } from '@tanstack/react-query';
import { got } from '../api.ts';
import { PastImports } from '../data/past-imports.tsx';
import { count } from '../words.ts';
import { diligenceChanged, partner, supplierImportsQuery } from './calls.ts';

/** What has been imported, each with a way to take it back. */
export function PastSupplierImports({ partnership, may }: { partnership: string; may: boolean }) {
  const { data } = useQuery(supplierImportsQuery(partnership));
  return (
    <PastImports
      imports={(data?.imports ?? []).map(({ counts, ...each }) => ({
        ...each,
        brought: count(counts.suppliers, 'supplier', 'suppliers'),
      }))}
      may={may}
      undo={(supplierImport) =>
        got(
          partner['supplier-imports'][':supplierImport'].undo.$post({
            param: { partnership, supplierImport },
          }),
        )
      }
      onUndone={() => diligenceChanged(partnership)}
      undone={({ suppliers, sites }) =>
        `${count(suppliers, 'supplier', 'suppliers')} and ${count(sites, 'site', 'sites')}`
      }
      stays="What it brought is removed. Suppliers stay that somebody has edited since, or that a risk, an action, an incident or an assessment names."
    />
  );
}
