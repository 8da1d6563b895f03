import { useState } from 'react';
import { TextArea, TextField } from '../parts/field.tsx';

/**
 * A text of the theory while it is typed: every form that fits is a step at once, so that nothing typed is lost; what
 * does not fit yet stays in the field. What comes from elsewhere, such as Undo, replaces it.
 */
function useDraft(value: string, onChange: (value: string) => void, needed: boolean) {
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (draft.trim() !== value.trim()) setDraft(value);
  }
  const type = (next: string) => {
    setDraft(next);
    const fits = next.trim();
    if (fits !== value.trim() && (fits !== '' || !needed)) onChange(fits);
  };
  return [
    draft,
    type,
    needed && draft.trim() === '' ? 'This needs a few words.' : undefined,
  ] as const;
}

type Props = {
  label: string;
  hint?: string;
  value: string;
  most: number;
  needed?: boolean;
  onChange: (value: string) => void;
};

export function DraftLine({ label, hint, value, most, needed = false, onChange }: Props) {
  const [draft, type, wrong] = useDraft(value, onChange, needed);
  return (
    <TextField
      {...{ label, wrong }}
      {...(hint !== undefined && { hint })}
      maxLength={most}
      value={draft}
      onChange={type}
    />
  );
}

export function DraftText({ label, hint, value, most, onChange }: Props) {
  const [draft, type] = useDraft(value, onChange, false);
  return (
    <TextArea
      {...{ label }}
      {...(hint !== undefined && { hint })}
      maxLength={most}
      value={draft}
      onChange={type}
    />
  );
}
