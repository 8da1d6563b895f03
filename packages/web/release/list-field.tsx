import { useState, type ReactNode } from 'react';
import { TextArea } from '../parts/field.tsx';

/** A list, one a line; taken over when one goes on to something else. */
export function ListField({
  label,
  hint,
  values,
  onChange,
}: {
  label: string;
  hint: ReactNode;
  values: readonly string[];
  onChange: (values: string[]) => unknown;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed === null) return;
    const lines = typed.split('\n').map((line) => line.trim());
    onChange([...new Set(lines)].filter((line) => line !== ''));
    setTyped(null);
  };
  return (
    <div onBlur={take}>
      <TextArea {...{ label, hint }} value={typed ?? values.join('\n')} onChange={setTyped} />
    </div>
  );
}
