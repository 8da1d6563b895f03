import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../api.ts';
import { useUnsaved } from '../review/autosave.ts';

export type VersionedRecord<Fields> = { readonly version: number; readonly fields: Fields };

/** What somebody else wrote into a field meanwhile. */
export type Clash = { readonly field: string; readonly by: string };

/**
 * A form over a record that others may change at the same time. Only fields that were changed here are sent. When the
 * server refuses because somebody else changed one of them, what was typed stays; what others changed elsewhere is taken
 * over; each clash is named, and saving again puts one's own in its place.
 */
export function useVersioned<Fields extends object>({
  start,
  save,
  fresh,
}: {
  start: VersionedRecord<Fields>;
  save: (now: {
    readonly change: Partial<Fields>;
    readonly fields: Fields;
    readonly version: number;
  }) => Promise<unknown>;
  fresh: () => Promise<VersionedRecord<Fields>>;
}) {
  const [base, setBase] = useState(start);
  const [fields, setFields] = useState(start.fields);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const change = changed(base.fields, fields);
  const saving = useMutation({
    mutationFn: () => save({ change, fields, version: base.version }),
    onError: async (error) => {
      const found = clashesOf(error);
      if (found.length === 0) return;
      const now = await fresh();
      setFields((mine) => ({ ...now.fields, ...changed(base.fields, mine) }));
      setBase(now);
      setClashes(found);
    },
    onSuccess: () => setClashes([]),
  });
  useUnsaved(Object.keys(change).length > 0 && !saving.isSuccess);
  return {
    fields,
    set: (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part })),
    clashes,
    /** Takes what the other wrote. */
    takeTheirs: (field: string) => {
      setFields((mine) => ({ ...mine, ...only(base.fields, field) }));
      setClashes((before) => before.filter((each) => each.field !== field));
    },
    theirs: (field: string): unknown => Reflect.get(base.fields, field),
    save: () => saving.mutate(),
    isSaving: saving.isPending,
    error: saving.error,
  };
}

/** The fields that differ, as they are now. */
export function changed<Fields extends object>(before: Fields, now: Fields): Partial<Fields> {
  const differing: Partial<Fields> = {};
  for (const key in now)
    if (JSON.stringify(now[key]) !== JSON.stringify(before[key])) differing[key] = now[key];
  return differing;
}

function only<Fields extends object>(fields: Fields, field: string): Partial<Fields> {
  const one: Partial<Fields> = {};
  for (const key in fields) if (key === field) one[key] = fields[key];
  return one;
}

function clashesOf(error: unknown): readonly Clash[] {
  if (!(error instanceof Refusal)) return [];
  return error.problems
    .filter(({ code }) => code === 'changed-meanwhile')
    .map(({ where, details }) => ({ field: where?.path ?? '', by: String(details?.by ?? '') }));
}
