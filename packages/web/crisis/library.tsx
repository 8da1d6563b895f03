import {
  Actor,
  actorWords,
  crisisLibrary,
  CrisisType,
  Phase,
  phaseWords,
  practicesFor,
  sourcesOf,
  typeWords,
  type HarmCheck,
  type Practice,
  type PracticeFilter,
} from '@freehold/core/crisis';
import { Choice } from '../parts/field.tsx';
import { count } from '../words.ts';
import { Status } from './status.tsx';

/** The shipped practices by kind of crisis, phase and actor, each with its status and source. */
export function Library({
  filter,
  onFilter,
}: {
  filter: PracticeFilter;
  onFilter: (filter: PracticeFilter) => void;
}) {
  const found = practicesFor(filter);
  const confirmed = found.filter(({ status }) => status === 'CONFIRMED').length;
  return (
    <section className="stack" aria-labelledby="crisis-library">
      <h2 id="crisis-library">
        {count(found.length, 'practice', 'practices')} in the library, {confirmed} confirmed by a
        source
      </h2>
      <p className="soft">{crisisLibrary.says}</p>
      <div className="crisis-filter">
        <Choice
          label="Kind of crisis"
          value={filter.type ?? ''}
          options={[
            ['', 'Any'],
            ...CrisisType.options.map((each) => [each, typeWords[each]] as const),
          ]}
          onChange={(type) => onFilter({ ...filter, type: type === '' ? null : type })}
        />
        <Choice
          label="Phase"
          value={filter.phase ?? ''}
          options={[['', 'Any'], ...Phase.options.map((each) => [each, phaseWords[each]] as const)]}
          onChange={(phase) => onFilter({ ...filter, phase: phase === '' ? null : phase })}
        />
        <Choice
          label="Who does it"
          value={filter.actor ?? ''}
          options={[
            ['', 'Anybody'],
            ...Actor.options.map((each) => [each, actorWords[each]] as const),
          ]}
          onChange={(actor) => onFilter({ ...filter, actor: actor === '' ? null : actor })}
        />
      </div>
      <ul className="crisis-practices">
        {found.map((practice) => (
          <PracticeLine key={practice.code} practice={practice} />
        ))}
      </ul>
      <h3>What every action is asked, so that it does no harm</h3>
      <ul className="crisis-practices">
        {crisisLibrary.checks.map((check) => (
          <li key={check.code}>
            <span className="row">
              <span className="strong">{check.title}</span>
              <Status status={check.status} />
            </span>
            <SourceLine of={check} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PracticeLine({ practice }: { practice: Practice }) {
  const { title, says, status, phases, actors } = practice;
  return (
    <li>
      <span className="row">
        <span className="strong">{title}</span>
        <Status status={status} />
      </span>
      <p>{says}</p>
      <p className="small soft">
        {actors.map((each) => actorWords[each]).join(', ')} ·{' '}
        {phases.length === Phase.options.length
          ? 'every phase'
          : phases.map((each) => phaseWords[each].toLowerCase()).join(', ')}
      </p>
      <SourceLine of={practice} />
    </li>
  );
}

function SourceLine({ of }: { of: Pick<Practice, 'sources'> | HarmCheck }) {
  const sources = sourcesOf(of);
  if (sources.length === 0) return <p className="small soft">No source: ours.</p>;
  return (
    <p className="small soft">
      {sources.map(({ tag, citation, url, read }, at) => (
        <span key={tag}>
          {at > 0 && '; '}
          <a href={url} rel="noopener noreferrer" target="_blank">
            {citation}
          </a>{' '}
          (read: {read})
        </span>
      ))}
    </p>
  );
}
