import type { InterventionType, TypeList } from './calls.ts';
import { originWords, statusShort, typeOf } from './words.ts';

/** A type’s name with where that name comes from: it stands beside the name wherever the name stands. */
export function TypeName({ list, code }: { list: TypeList; code: string }) {
  const type = typeOf(list, code);
  if (type === null) return <>{code} (not on the list in use)</>;
  return (
    <>
      {type.label} <TypeStatus type={type} />
    </>
  );
}

export function TypeStatus({ type }: { type: Pick<InterventionType, 'status' | 'source'> }) {
  return (
    <span className="tag name-status" data-status={type.status} title={originWords(type)}>
      {statusShort[type.status]}
      {type.source !== '' && ` · ${type.source}`}
    </span>
  );
}
