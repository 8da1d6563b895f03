import { earlierInWords, type Differencing } from '@freehold/core/release';
import { pairsIn } from '@freehold/core/release/explorer';
import { csvText } from '@freehold/core/table';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { day, number } from '../words.ts';
import type { Compared } from './engine/work.ts';
import { InsideTag } from './inside-tag.tsx';

const shown = 10;

type Line = Differencing['listed'][number];

/** What two releases give away together, and what to do about it. */
export function EarlierFound({ compared: { madeAt, k, found } }: { compared: Compared }) {
  const { listed, exposed, narrowed, contradicting, compared, changed } = found;
  const safe = contradicting > 0 || narrowed === 0;
  return (
    <section className="stack">
      <Notice
        tone={exposed > 0 && !safe ? 'bad' : safe ? 'good' : 'warn'}
        title={
          safe
            ? `Beside the release of ${day(madeAt)} nothing more is given away`
            : exposed > 0
              ? `Beside the release of ${day(madeAt)} this one shows people whom one of them hides`
              : `Beside the release of ${day(madeAt)} some counts are known more closely`
        }
      >
        {earlierInWords(found, k).map((each) => (
          <p key={each}>{each}</p>
        ))}
        {!safe && (
          <>
            <p className="strong">What to do</p>
            <ul>
              <li>Wait until more has changed, and release then.</li>
              <li>Choose a larger k, or fewer values together, and compare again.</li>
              <li>
                Make a release with noise instead: it promises something beside other releases too.
              </li>
              {exposed > 0 && <li>Do not publish both as they are.</li>}
            </ul>
          </>
        )}
      </Notice>
      <p className="small soft">
        {number(compared)} combinations were compared, {number(changed)} of them show another count
        or are in one release only. <InsideTag />
      </p>
      {listed.length > 0 && !safe && (
        <>
          <Table<Line>
            stacks
            caption={`What a reader of both knows of the true counts${listed.length > shown ? `, ${shown} of ${listed.length} listed` : ''}; those that one release hides first`}
            rows={listed.slice(0, shown)}
            rowKey={({ combination }) => combination}
            columns={[
              {
                title: 'Combination',
                heads: true,
                cell: ({ combination }) => inWords(combination),
              },
              { title: 'Was', figure: true, cell: ({ earlier }) => spanWords(earlier) },
              { title: 'Is now', figure: true, cell: ({ now }) => spanWords(now) },
            ]}
          />
          <div>
            <Button onClick={() => save(csvOf(listed), 'NOT-FOR-PUBLICATION-two-releases.csv')}>
              Save the list (not for publication)
            </Button>
          </div>
        </>
      )}
      <Method>
        <p>
          Only what both releases show is looked at, as a reader would: from the two totals follows
          how many records came or went at most, and from that how far each count can have gone. A
          count rounded down to a multiple of {k} is known to a span of {k}; a narrower span, or one
          that shows a group of fewer than {k} to be there, is listed. It takes for granted that
          records were only added, or only taken away.
        </p>
      </Method>
    </section>
  );
}

/** "age: 18 to 24 · town: Ash" */
function inWords(combination: string): string {
  const pairs = pairsIn(combination) ?? [];
  return pairs.map(([column, value]) => `${column}: ${value}`).join(' · ');
}

function spanWords([low, high]: readonly [number, number]): string {
  return low === high ? number(low) : `${number(low)} to ${number(high)}`;
}

function csvOf(listed: readonly Line[]): Blob {
  const head = ['combination', 'earlier from', 'earlier to', 'now from', 'now to'];
  const rows = listed.map(({ combination, earlier, now }) => [combination, ...earlier, ...now]);
  return new Blob([csvText([['Not for publication'], head, ...rows])], { type: 'text/csv' });
}
