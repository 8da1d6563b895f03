import { useState } from 'react';
import type { Attack, Attacks, Rate } from '@freehold/core/release';
import { Button } from '../parts/button.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { Ticks } from '../parts/tick.tsx';
import { count, list, number, percent } from '../words.ts';
import type { KSettings } from './engine/work.ts';
import { InsideTag } from './inside-tag.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { Wrong } from './wrong.tsx';

/** Attacks on a trial release made by the same settings, beside records that it was not made from. */
export function Attacked({
  studio,
  run,
  settings,
}: {
  studio: Studio;
  run: number;
  settings: KSettings;
}) {
  const { desk, coded, attacked, work } = studio;
  const [secrets, setSecrets] = useState<readonly string[]>([]);
  const found = attacked?.run === run ? attacked.found : null;
  return (
    <section className="stack">
      <h2>
        What an attacker gets out of it <InsideTag />
      </h2>
      <p>
        One record in ten is kept aside, a trial release is made of the others by the same settings,
        and both are attacked. What works better on records that are in it than on those that are
        not is what the release gives away.
      </p>
      {coded !== null && (
        <>
          <details className="method">
            <summary>
              Columns that nobody may find out
              {secrets.length > 0 && `: ${list([...secrets])}`}
            </summary>
            <Ticks
              legend="Guess these from all others"
              options={coded.columns.map(({ name }) => [name, name] as const)}
              chosen={secrets}
              onChange={setSecrets}
            />
          </details>
          <Wrong studio={studio} kinds={['attack']} />
          <WorkBar studio={studio} />
          <div>
            <Button
              disabled={work !== null}
              onClick={() => void desk.attack(run, { ...settings, secrets })}
            >
              Attack a trial release
            </Button>
          </div>
        </>
      )}
      {found !== null && <Found found={found} />}
    </section>
  );
}

function Found({ found }: { found: Attacks }) {
  const rows = [
    ...found.singlingOut.map((each) => ({
      what: `Find one person by ${count(each.columns, 'value', 'values')}`,
      ...each,
    })),
    { what: 'Tell that two halves of a record belong together', ...found.linkability },
    ...found.inference.map((each) => ({ what: `Guess ${each.secret} from all else`, ...each })),
  ];
  return (
    <>
      <Table<Attack & { readonly what: string }>
        stacks
        caption={`${found.attacks} attacks of each kind`}
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { title: 'Attack', heads: true, cell: ({ what }) => what },
          { title: 'Right, on records in it', cell: ({ originals }) => rateWords(originals) },
          { title: 'Right, on records not in it', cell: ({ control }) => rateWords(control) },
          { title: 'By guessing', cell: ({ guesses }) => rateWords(guesses) },
          {
            title: 'Risk',
            cell: ({ risk, weak }) =>
              risk === null
                ? '– nothing to set it beside'
                : `${percent(risk.value)} (${percent(risk.low)} to ${percent(risk.high)})${weak ? '; the attack is no better than guessing and says nothing' : ''}`,
          },
        ]}
      />
      <Method>
        <p>
          Risk is what attacks win on records in the release beyond records that are not, as a share
          of what they could win (Giomi and others, 2023), with bounds that hold in 95 of 100 cases.
          The trial release is thrown away.
        </p>
      </Method>
    </>
  );
}

function rateWords(rate: Rate): string {
  return rate === null ? '– none tried' : `${percent(rate.value)} of ${number(rate.n)}`;
}
