import { useState } from 'react';
import { ShareBars } from '../figure/index.ts';
import { Button } from '../parts/button.tsx';
import { Choice, TextField } from '../parts/field.tsx';
import { Figure } from '../parts/number.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { number, percent } from '../words.ts';
import type { Assessed } from './engine/work.ts';
import { NextStep } from './next-step.tsx';
import type { Studio } from './use-desk.ts';
import { WorkBar } from './work-bar.tsx';
import { duration, memory, recordsWords } from './words.ts';
import { Wrong } from './wrong.tsx';

const usual = { k: '10', length: '3' } as const;

/** How many records stand out, by which columns and values, and what a count will take. */
export function Assess({ studio }: { studio: Studio }) {
  const { desk, assessed, work } = studio;
  const [k, setK] = useState(String(assessed?.k ?? usual.k));
  const [length, setLength] = useState<string>(String(assessed?.length ?? usual.length));
  const wanted = Number(k);
  const valid = Number.isInteger(wanted) && wanted >= 2 && wanted <= 1000;
  return (
    <div className="stack-wide">
      <section className="stack">
        <p>
          Who has a combination of values that hardly anybody shares can be found by it. Look how
          many do, and because of which columns, before anything is made.
        </p>
        <div className="studio-fields">
          <TextField
            label="Fewer than this is rare"
            type="number"
            value={k}
            onChange={setK}
            wrong={valid ? undefined : 'A whole number from 2 to 1,000.'}
          />
          <Choice
            label="Values looked at together"
            value={length}
            options={['1', '2', '3', '4'].map((each) => [each, `up to ${each}`] as const)}
            onChange={setLength}
          />
        </div>
        <Wrong studio={studio} kinds={['assess']} />
        <WorkBar studio={studio} />
        <div>
          <Button
            tone={assessed === null ? 'primary' : 'plain'}
            disabled={work !== null || !valid}
            onClick={() => void desk.assess({ k: wanted, length: Number(length) })}
          >
            Look for what is rare
          </Button>
        </div>
      </section>
      {assessed !== null && (
        <>
          <Found assessed={assessed} bySubject={studio.coded?.bySubject === true} />
          <NextStep to="release" />
        </>
      )}
    </div>
  );
}

function Found({ assessed, bySubject }: { assessed: Assessed; bySubject: boolean }) {
  const { risk, estimate, k, length } = assessed;
  const columns = risk.columns
    .map(({ column, filled, rare }) => ({
      title: column,
      n: rare,
      share: filled === 0 ? 0 : rare / filled,
    }))
    .toSorted((a, b) => b.share - a.share);
  const [worst] = columns;
  // A column of one value says of it what the first picture says.
  const several = columns.filter(({ title }) => valuesOf(assessed, title).length > 1);
  const [chosen, choose] = useState(several[0]?.title ?? '');
  return (
    <>
      <dl className="studio-figures">
        <div>
          <dt>Stand out</dt>
          <dd>
            <Figure value={risk.rareRows} decimals={0} missingBecause="">
              <span className="detail">of {recordsWords(risk.rows, bySubject)}</span>
            </Figure>
          </dd>
        </div>
        <div>
          <dt>Combinations of up to {length}</dt>
          <dd>
            <Figure
              value={risk.lengths.reduce((sum, each) => sum + each.combinations, 0)}
              decimals={0}
            />
          </dd>
        </div>
        <div>
          <dt>To count them takes</dt>
          <dd>
            <span className="number">
              <span className="value">{duration(estimate.seconds)}</span>
              <span className="detail">and {memory(estimate.bytes)} of memory, reckoned</span>
            </span>
          </dd>
        </div>
      </dl>
      <ShareBars
        finding={
          worst === undefined || worst.n === 0
            ? `No combination is shared by fewer than ${k}`
            : `${worst.title} gives most away: ${percent(worst.share)} of those who have it stand out by it`
        }
        measure={`Records in which the column is part of a combination of up to ${length} values that fewer than ${k} share; share of the records that have a value`}
        fileName="What stands out, by column"
        what="Column"
        lines={columns}
      />
      {several.length > 0 && (
        <section className="stack">
          <Choice
            label="Values of the column"
            value={chosen}
            options={several.map(({ title }) => [title, title] as const)}
            onChange={choose}
          />
          <ValueBars {...{ assessed, chosen }} />
        </section>
      )}
      <Table
        caption="Combinations by length"
        rows={risk.lengths}
        rowKey={({ length: each }) => String(each)}
        columns={[
          { title: 'Values together', heads: true, cell: (row) => number(row.length) },
          { title: 'Combinations', figure: true, cell: (row) => number(row.combinations) },
          { title: `Fewer than ${k}`, figure: true, cell: (row) => number(row.rare) },
          { title: 'Only one', figure: true, cell: (row) => number(row.unique) },
        ]}
      />
      <Method>
        <p>
          Every combination of up to {length} values is counted, each in every record. A record
          stands out when at least one of its combinations is in fewer than {k} records. Wider
          bands, fewer columns and shorter combinations make fewer of them. Empty cells are in no
          combination. These figures look at the true records: keep them.
        </p>
      </Method>
    </>
  );
}

const mostBars = 25;

function ValueBars({ assessed, chosen }: { assessed: Assessed; chosen: string }) {
  const lines = valuesOf(assessed, chosen)
    .map(({ value, rows, rare }) => ({ title: value, n: rare, share: rare / rows }))
    .toSorted((a, b) => b.share - a.share || b.n - a.n)
    .slice(0, mostBars);
  const [worst] = lines;
  if (worst === undefined) return <p className="soft">Nobody has a value here.</p>;
  const whole = lines.filter(({ share }) => share === 1).length;
  return (
    <ShareBars
      finding={
        whole > 0
          ? `${chosen}: everybody with one of ${number(whole)} values stands out`
          : `${chosen}: ${worst.title} stands out most, in ${percent(worst.share)}`
      }
      measure={`Records with the value that stand out by it${lines.length === mostBars ? `; the ${mostBars} values that stand out most` : ''}`}
      fileName={`What stands out, ${chosen}`}
      what="Value"
      lines={lines}
    />
  );
}

function valuesOf({ risk }: Assessed, name: string) {
  const column = risk.columns.find((each) => each.column === name);
  return (column?.values ?? []).filter(({ rows }) => rows > 0);
}
