import type { ReactNode } from 'react';
import type { Node } from '@freehold/core/composite';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';

/** What is done otherwise for single indicators: chosen ones, each with fields of its own. */
export function Otherwise<T>({
  indicators,
  only,
  usual,
  onChange,
  children,
}: {
  indicators: readonly Node[];
  only: Readonly<Record<string, T>>;
  usual: T;
  onChange: (only: Record<string, T>) => void;
  children: (value: T, onChange: (value: T) => void) => ReactNode;
}) {
  const rest = indicators.filter(({ code }) => !(code in only));
  const without = (code: string) =>
    Object.fromEntries(Object.entries(only).filter(([each]) => each !== code));
  return (
    <>
      {Object.entries(only).map(([code, value]) => (
        <div key={code} className="otherwise">
          <p className="strong">{indicators.find((each) => each.code === code)?.name ?? code}</p>
          {children(value, (next) => onChange({ ...only, [code]: next }))}
          <Button tone="quiet" onClick={() => onChange(without(code))}>
            As all others<span className="unseen">: {code}</span>
          </Button>
        </div>
      ))}
      {rest.length > 0 && (
        <Choice
          label="Otherwise for one indicator"
          value=""
          options={[
            ['', 'Choose one'],
            ...rest.map(({ code, name }) => [code, name || code] as const),
          ]}
          onChange={(code) => code !== '' && onChange({ ...only, [code]: usual })}
        />
      )}
    </>
  );
}
