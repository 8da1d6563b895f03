import { choicesOf, type Asked } from '@freehold/core/survey';
import { useSyncExternalStore } from 'react';
import { useSay } from './said.tsx';
import type { Way } from './way.ts';

/** One choice a row: a table where there is room for one, else one row after the other as single questions. */
export function Matrix({ rows, ...way }: Way & { rows: readonly Asked[] }) {
  const say = useSay();
  const wide = useWide();
  const [first] = rows;
  if (first === undefined) return null;
  const hint = say(first.question.hint);
  return (
    <section className="survey-question" aria-label={say(first.question.label)}>
      <h2 className="survey-label">{say(first.question.label)}</h2>
      {hint !== '' && <p className="hint">{hint}</p>}
      {wide ? <Grid rows={rows} way={way} /> : <OneByOne rows={rows} way={way} />}
    </section>
  );
}

function Grid({ rows, way }: { rows: readonly Asked[]; way: Way }) {
  const say = useSay();
  const [first] = rows;
  const columns =
    first === undefined ? [] : choicesOf(way.page.instrument, first, way.answers.all, way.setting);
  return (
    <table className="survey-grid">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Row</span>
          </th>
          {columns.map(({ code, label }) => (
            <th key={code} scope="col">
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, row }) => (
          <tr key={key}>
            <th scope="row">{say(row?.label ?? {})}</th>
            {columns.map(({ code, label }) => (
              <td key={code}>
                <label className="survey-cell">
                  <input
                    type="radio"
                    name={key}
                    value={code}
                    aria-label={`${say(row?.label ?? {})}: ${say(label)}`}
                    checked={way.answers.all[key] === code}
                    onChange={() => way.answers.edit(key, code)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OneByOne({ rows, way }: { rows: readonly Asked[]; way: Way }) {
  const say = useSay();
  return (
    <div className="stack-wide">
      {rows.map((asked) => (
        <fieldset key={asked.key} className="options">
          <legend>{say(asked.row?.label ?? {})}</legend>
          {choicesOf(way.page.instrument, asked, way.answers.all, way.setting).map(
            ({ code, label }) => (
              <label key={code} className="option">
                <input
                  type="radio"
                  name={asked.key}
                  value={code}
                  checked={way.answers.all[asked.key] === code}
                  onChange={() => way.answers.edit(asked.key, code)}
                />
                <span>{say(label)}</span>
              </label>
            ),
          )}
        </fieldset>
      ))}
    </div>
  );
}

const room = '(min-width: 720px)';

function useWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(room);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(room).matches,
  );
}
