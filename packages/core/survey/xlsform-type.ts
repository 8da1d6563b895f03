/** What a row of the survey sheet is, read from its type. */
export type FormType =
  | { readonly kind: 'text' | 'integer' | 'decimal' | 'date' | 'note' | 'file' }
  | { readonly kind: 'as-text'; readonly was: string }
  | { readonly kind: 'single' | 'multiple'; readonly list: string; readonly other: boolean }
  | { readonly kind: 'begin'; readonly what: 'group' | 'repeat' }
  | { readonly kind: 'begin-loop'; readonly list: string }
  | { readonly kind: 'end'; readonly what: 'group' | 'repeat' | 'loop' }
  /** About the device or the moment; a respondent sees none of it. */
  | { readonly kind: 'metadata' }
  | { readonly kind: 'calculate' }
  | { readonly kind: 'unsupported' };

/** Reads a type as people write it: `select_one yes_no or_other`, `select all that apply from yes_no`. [SV-32] */
export function typeOf(text: string): FormType {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const simple = simpleTypes[plain.replaceAll(' ', '_')];
  if (simple !== undefined) return simple;
  const words = text.trim().replace(/\s+/g, ' ');
  const [, select, list, other] = selects.exec(words) ?? [];
  if (select !== undefined && list !== undefined)
    return {
      kind: /one|1/i.test(select) ? 'single' : 'multiple',
      list,
      other: other !== undefined,
    };
  const [, loop] = /^begin[ _]loop over (\S+)$/i.exec(words) ?? [];
  return loop === undefined ? { kind: 'unsupported' } : { kind: 'begin-loop', list: loop };
}

const selects =
  /^(select[ _]one(?: from)?|select1|select[ _]multiple(?: from)?|select[ _]all[ _]that[ _]apply(?: from)?) (\S+)( or[ _](?:specify[ _])?other)?$/i;

const simpleTypes: Readonly<Record<string, FormType>> = {
  text: { kind: 'text' },
  string: { kind: 'text' },
  integer: { kind: 'integer' },
  int: { kind: 'integer' },
  decimal: { kind: 'decimal' },
  date: { kind: 'date' },
  note: { kind: 'note' },
  image: { kind: 'file' },
  photo: { kind: 'file' },
  file: { kind: 'file' },
  phone_number: { kind: 'as-text', was: 'phone number' },
  barcode: { kind: 'as-text', was: 'barcode' },
  begin_group: { kind: 'begin', what: 'group' },
  begin_repeat: { kind: 'begin', what: 'repeat' },
  end_group: { kind: 'end', what: 'group' },
  end_repeat: { kind: 'end', what: 'repeat' },
  end_loop: { kind: 'end', what: 'loop' },
  calculate: { kind: 'calculate' },
  ...Object.fromEntries(
    [
      'start',
      'end',
      'today',
      'deviceid',
      'subscriberid',
      'simserial',
      'phonenumber',
      'username',
      'email',
      'audit',
    ].map((name): [string, FormType] => [name, { kind: 'metadata' }]),
  ),
};
