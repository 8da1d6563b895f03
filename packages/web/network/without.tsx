import { whatIf, type Dimension, type ItemCoverage, type Work } from '@freehold/core/partnership';
import { Choice } from '../parts/field.tsx';
import { count, list } from '../words.ts';
import type { CoverageAnswer } from './calls.ts';
import { namesOf } from './single-points.tsx';
import { seatWords, workWords } from './words.ts';

/** What if an organisation went: nothing is changed, it only shows what would be left. */
export function Without({
  directory,
  items,
  dimension,
  chosen,
  onChoose,
}: {
  directory: CoverageAnswer;
  items: readonly ItemCoverage<Work>[];
  dimension: Dimension;
  chosen: string;
  onChoose: (organisation: string) => void;
}) {
  const sitting = new Set(directory.members.map(({ organisation }) => organisation));
  const there = directory.organisations.filter(({ id }) => sitting.has(id));
  const known = there.some(({ id }) => id === chosen);
  return (
    <section className="stack">
      <h2>What if one went?</h2>
      <Choice
        label="Without"
        hint="Nothing is changed. It shows what the others would be left with."
        value={known ? chosen : ''}
        options={[
          ['', 'Choose an organisation'],
          ...there.map(({ id, name }): [string, string] => [id, name]),
        ]}
        onChange={onChoose}
      />
      <div aria-live="polite">
        {known && <Left directory={directory} items={items} dimension={dimension} gone={chosen} />}
      </div>
    </section>
  );
}

function Left({
  directory,
  items,
  dimension,
  gone,
}: {
  directory: CoverageAnswer;
  items: readonly ItemCoverage<Work>[];
  dimension: Dimension;
  gone: string;
}) {
  const left = whatIf(directory, items, gone);
  const names = namesOf(directory);
  const work = ({ what, area }: Work) => `${workWords(dimension, what)} in ${area}`;
  const lines: readonly (readonly [string, string])[] = [
    ['Covered by nobody any more', left.uncovered.map(work).join('; ')],
    [
      'Covered by one alone',
      left.onOne.map(({ item, by }) => `${work(item)} (${names(by[0] ?? '')})`).join('; '),
    ],
    ['Seats left empty', left.seats.map(({ code }) => seatWords[code] ?? code).join('; ')],
    ['Without a chair', left.chairs.map(names).join('; ')],
    ['Without a co-ordinator', left.coordinates.map(names).join('; ')],
    ['Would meet nobody any more', left.cutOff.map(names).join('; ')],
  ];
  const { before, after } = left.parts;
  const said = lines.filter(([, words]) => words !== '');
  return (
    <div className="stack">
      <p>
        {names(gone)} sits in{' '}
        {left.memberOf.length === 0 ? 'no partnership at work' : list(left.memberOf.map(names))}.{' '}
        {after > before
          ? `Without it the network falls from ${count(before, 'part', 'parts')} into ${after}.`
          : 'Without it the network holds together as before.'}
      </p>
      {said.length === 0 ? (
        <p>Nothing would be left uncovered or hang on one that does not already.</p>
      ) : (
        <dl className="network-facts left">
          {said.map(([title, words]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
