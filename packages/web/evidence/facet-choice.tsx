import { Choice } from '../parts/field.tsx';

type Facet = readonly { readonly value: string; readonly n: number }[];

/** One way to narrow a list, each answer with how many it leaves. */
export function FacetChoice({
  label,
  facet = [],
  value,
  words = (each) => each,
  onChange,
}: {
  label: string;
  facet: Facet | undefined;
  value: string;
  words?: (value: string) => string;
  onChange: (value: string) => void;
}) {
  const offered = facet.filter((each) => each.value !== '');
  const there = value === '' || offered.some((each) => each.value === value);
  return (
    <Choice
      label={label}
      value={value}
      options={[
        ['', 'All'],
        ...offered.map((each) => [each.value, `${words(each.value)} (${each.n})`] as const),
        ...(there ? [] : [[value, `${words(value)} (0)`] as const]),
      ]}
      onChange={onChange}
    />
  );
}
