import { Layer, layerSaid, SixC, sixCSaid, type Figures } from '@freehold/core/prevention';
import { count, list } from '../words.ts';

/** Which of the four layers and of the six Cs anything speaks to; nothing is shown as nothing. */
export function WholeSystem({ found }: { found: Figures }) {
  const { layers, sixCs } = found.wholeSystem;
  const open = Layer.options.filter((each) => layers[each] === 0);
  return (
    <section className="stack" aria-labelledby="whole-system">
      <h2 id="whole-system">
        {open.length === 0
          ? 'Something is done on each of the four layers'
          : `Nothing is done on ${open.length} of 4 layers`}
      </h2>
      <div className="side-lists">
        <Checklist
          title="Four layers"
          items={Layer.options.map((each) => [layerSaid[each], layers[each]])}
        />
        <Checklist
          title="Six Cs of national policy"
          items={SixC.options.map((each) => [sixCSaid[each], sixCs[each]])}
        />
      </div>
      {found.overlaps.length > 0 && (
        <div className="stack-tight">
          <h3>{count(found.overlaps.length, 'group', 'groups')} may overlap</h3>
          <ul>
            {found.overlaps.map((group) => (
              <li key={group.map(({ id }) => id).join()}>
                {list(group.map(({ name }) => name))}: one type, one place, the same people.
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Checklist({
  title,
  items,
}: {
  title: string;
  items: readonly (readonly [string, number])[];
}) {
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <ul className="checked-list">
        {items.map(([words, n]) => (
          <li key={words} data-open={n === 0 || undefined}>
            <span aria-hidden="true">{n === 0 ? '○' : '●'}</span>
            <span>{words}</span>
            <span className="figures">
              {n === 0 ? 'nothing yet' : count(n, 'intervention', 'interventions')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
