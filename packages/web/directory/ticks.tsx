import { codeChoices } from './words.ts';

/** Several codes of a list, ticked. */
export function Ticks({
  legend,
  list,
  values,
  onChange,
}: {
  legend: string;
  list: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {codeChoices(list)
        .slice(1)
        .map(([code, title]) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={values.includes(code)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...values, code] : values.filter((each) => each !== code),
                )
              }
            />{' '}
            {title}
          </label>
        ))}
    </fieldset>
  );
}
