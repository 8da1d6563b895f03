import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import {
  coverage,
  distribution,
  distributions,
  peopleCovered,
  titleOf,
  type CodeList,
  type Distribution,
  type MappedQuestion,
} from '@freehold/core/directory';
import { Downloads } from '../document/downloads.tsx';
import { ShareBars } from '../figure/index.ts';
import { Empty } from '../parts/notice.tsx';
import { Figure } from '../parts/number.tsx';
import { Method } from '../parts/page.tsx';
import { count, list, number, percent } from '../words.ts';
import {
  areasQuery,
  codeListsQuery,
  listedQuery,
  type AreasAnswer,
  type ListedLine,
} from './calls.ts';
import { PartnersFrame } from './frame.tsx';

/** The mapping as it stands: coverage first, then who leads, who takes part and what is done. */
export function MappingReport() {
  const { partnership } = useParams({ from: '/p/$partnership/partners/report' });
  const listed = useQuery(listedQuery(partnership));
  const areas = useQuery(areasQuery(partnership, undefined));
  const lists = useQuery(codeListsQuery(partnership));
  const ready = listed.data !== undefined && areas.data !== undefined && lists.data !== undefined;
  return (
    <PartnersFrame
      partnership={partnership}
      here="Report"
      title={ready ? titleFor(listed.data.partnerships, areas.data) : 'The mapping of partnerships'}
      error={listed.error ?? areas.error ?? lists.error}
      ready={ready}
    >
      {ready &&
        (listed.data.partnerships.length === 0 ? (
          <Empty title="The report counts what the directory holds">
            <p>List partnerships, or import a mapping. Coverage and shares then stand here.</p>
          </Empty>
        ) : (
          <Chapters
            partnership={partnership}
            listed={listed.data.partnerships}
            areas={areas.data}
            lists={lists.data.lists}
          />
        ))}
    </PartnersFrame>
  );
}

function titleFor(listed: readonly ListedLine[], { areas }: AreasAnswer): string {
  const { covered, total } = coverage(listed, areas);
  return `${covered} of ${total} areas have a partnership; ${count(listed.length, 'is', 'are')} listed`;
}

function Chapters({
  partnership,
  listed,
  areas,
  lists,
}: {
  partnership: string;
  listed: readonly ListedLine[];
  areas: AreasAnswer;
  lists: readonly CodeList[];
}) {
  const found = distributions(listed, lists);
  const { covered, total, uncovered } = coverage(listed, areas.areas);
  const people = peopleCovered(listed, areas.areas);
  const sectors = distribution(
    listed.map(({ id }) => areas.sectors[id] ?? null),
    (lists.find(({ code }) => code === 'sector')?.items ?? []).map(({ code }) => code),
  );
  const drawn = (title: string, question: MappedQuestion, code: string) => (
    <Drawn title={title} found={found[question]} lists={lists} code={code} />
  );
  return (
    <>
      <section className="stack">
        <h2>Where there are partnerships</h2>
        <p className="row big-numbers">
          <Figure
            value={total === 0 ? null : covered}
            decimals={0}
            unit={`of ${total} areas`}
            coverage={total === 0 ? null : covered / total}
            missingBecause="no areas are known"
          />
          <Figure
            value={people === null ? null : people.covered}
            decimals={0}
            unit={people === null ? '' : `of ${number(people.all)} people`}
            coverage={people === null ? null : people.covered / people.all}
            missingBecause="population covered: no populations imported"
          />
        </p>
        {people !== null && people.unknown > 0 && (
          <p className="small soft">
            {count(people.unknown, 'area has', 'areas have')} no population.
          </p>
        )}
        <p>
          {uncovered.length === 0
            ? 'Every area has at least one.'
            : `Without one: ${list(uncovered.slice(0, 20))}${uncovered.length > 20 ? ` and ${uncovered.length - 20} more` : ''}.`}
        </p>
      </section>
      <h2>Form and structure</h2>
      {drawn('Scale', 'scale', 'scale')}
      {drawn('Type', 'type', 'partnership-type')}
      <h2>Who leads</h2>
      {drawn('Chair', 'chair', 'lead')}
      {drawn('Co-ordinator', 'coordinator', 'lead')}
      <h2>Who takes part</h2>
      <Drawn
        title="Partnerships with a member of the sector"
        found={sectors}
        lists={lists}
        code="sector"
      />
      <h2>What they do</h2>
      {drawn('Activities', 'activity', 'activity')}
      <h2>Measures, funding, governance</h2>
      {drawn('How progress is measured', 'measure', 'measure')}
      {drawn('Sources of funding', 'funding', 'funding')}
      {drawn('Governance documents', 'document', 'document-kind')}
      {drawn('Good practice', 'good-practice', 'good-practice')}
      <section className="stack">
        <h2>Take it away</h2>
        <Downloads address={`/api/partnerships/${partnership}/directory/report`} />
      </section>
      <Method>
        <p>
          Shares are of the partnerships that answered a question; how many did not stands beside
          them. Paused, merged and closed partnerships cover no area. Areas are those of the list “
          {areas.list}”, in which most of the partnerships’ areas are found. The answers offered are
          in the{' '}
          <Link to="/p/$partnership/partners/code-lists" params={{ partnership }}>
            code lists
          </Link>
          , which you may change.
        </p>
      </Method>
    </>
  );
}

function Drawn({
  title,
  found,
  lists,
  code,
}: {
  title: string;
  found: Distribution;
  lists: readonly CodeList[];
  code: string;
}) {
  const [first] = found.lines;
  const named = (value: string) => titleOf(lists, code, value);
  if (first === undefined)
    return (
      <p>
        <span className="strong">{title}</span>: nobody has answered yet (
        {count(found.unanswered, 'partnership', 'partnerships')}).
      </p>
    );
  return (
    <ShareBars
      finding={`${title}: ${named(first.value)} in ${percent(first.share)}`}
      measure={`Share of ${count(found.answered, 'answer', 'answers')}; ${found.unanswered} without an answer`}
      fileName={title}
      unanswered={found.unanswered}
      lines={found.lines.map((line) => ({ ...line, title: named(line.value) }))}
    />
  );
}
