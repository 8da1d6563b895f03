/** A few choices, each with what it means. */
export function RadioCards<Value extends string>({
  legend,
  name,
  chosen,
  options,
  onChange,
}: {
  legend: string;
  name: string;
  chosen: Value | null;
  options: readonly {
    readonly value: Value;
    readonly title: string;
    readonly says?: string;
    readonly aside?: string;
  }[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="radio-cards">
      <legend>{legend}</legend>
      {options.map(({ value, title, says, aside }) => (
        <label key={value} className="radio-card">
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => onChange(value)}
          />
          <span>
            <span className="strong">{title}</span>
            {aside !== undefined && <span className="soft small"> · {aside}</span>}
            {says !== undefined && says !== '' && <span className="says">{says}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
