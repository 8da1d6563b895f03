import { mending, sayFinding, type Finding } from '@freehold/core/change';
import { count } from '../words.ts';

/** What the checks found: each leads to its place and says how to mend it. */
export function Checks({
  found,
  onShow,
  whole,
}: {
  found: readonly Finding[];
  onShow: (id: string) => void;
  whole: boolean;
}) {
  if (found.length === 0) return whole ? <p className="small">Every check passes.</p> : null;
  return (
    <section className="stack-tight" aria-label="Checks">
      <h2 className="panel-title">{count(found.length, 'thing', 'things')} to mend</h2>
      <ul className="checks">
        {found.map((each) => {
          const place =
            each.code === 'weak-path' ? each.links[0] : (each.nodes[0] ?? each.links[0]);
          const words = sayFinding(each);
          return (
            <li key={`${each.code} ${place ?? ''} ${each.what}`}>
              {place === undefined ? (
                <span className="strong">{words}</span>
              ) : (
                <button type="button" className="link-button" onClick={() => onShow(place)}>
                  {words}
                </button>
              )}
              <p className="small soft">
                {mending[each.code]} <span className="tiny">({each.rule})</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
