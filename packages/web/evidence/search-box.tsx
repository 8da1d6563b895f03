import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';

/** Words to look for; they are looked for when somebody says so, not at each letter. */
export function SearchBox({
  label,
  value,
  onSearch,
}: {
  label: string;
  value: string;
  onSearch: (query: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="side-by-side"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <TextField label={label} type="search" value={typed} onChange={setTyped} />
      <Button type="submit">Search</Button>
    </form>
  );
}
