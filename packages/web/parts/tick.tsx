/** One box to tick. */
export function Tick({
  words,
  on,
  onChange,
}: {
  words: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />
      <span>{words}</span>
    </label>
  );
}

/** Any number of a list; what is chosen and not in the list stays chosen. */
export function Ticks({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <fieldset className="topic-ticks">
      <legend>{legend}</legend>
      <div>
        {options.map(([value, words]) => (
          <Tick
            key={value}
            words={words}
            on={chosen.includes(value)}
            onChange={(on) =>
              onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
