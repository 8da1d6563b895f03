import type { ReactNode } from 'react';
import { layerSaid, moneySaid, sixCSaid, statusSaid, timingSaid } from '@freehold/core/prevention';
import { FigureLink } from '../figure/link.tsx';
import { Notice } from '../parts/notice.tsx';
import { day, list as joined, number } from '../words.ts';
import type { Intervention, TypeList } from './calls.ts';
import type { Here } from './frame.tsx';
import { TypeName } from './type-tag.tsx';
import { confidenceWords, originWords, pathwayWords, typeOf } from './words.ts';

type Named = { readonly id: string; readonly title: string; readonly state: string };
export type LinksShown = {
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly gaps: readonly Named[];
  readonly claims: readonly Named[];
  readonly theories: readonly Named[];
  readonly actions: readonly Named[];
};

/** All that is known of an intervention; what nobody has said is a dash with its reason. */
export function Details({
  intervention: one,
  links,
  list,
  here,
}: {
  intervention: Intervention;
  links: LinksShown;
  list: TypeList;
  here: Here;
}) {
  const type = typeOf(list, one.type);
  const p = `/p/${here.partnership}`;
  return (
    <div className="stack-wide">
      {one.risksOfHarm === '' && one.status !== 'ended' && (
        <Notice tone="warn" title="Nobody has said yet whom it could harm">
          <p>Avoiding harm comes first: look at the risks before it goes on.</p>
        </Notice>
      )}
      <dl className="prevention-facts">
        <Fact title="Type">
          <TypeName list={list} code={one.type} />
          {type !== null && <span className="small soft block">{originWords(type)}</span>}
        </Fact>
        <Fact title="Pathways">{joined(one.pathways.map(pathwayWords))}</Fact>
        <Fact title="Timing">{joined(one.timing.map((when) => timingSaid[when]))}</Fact>
        <Fact title="Level and layer">
          {orNot(
            [one.level, one.layer === null ? '' : layerSaid[one.layer]]
              .filter((part) => part !== '')
              .join('; '),
          )}
        </Fact>
        {one.sixCs.length > 0 && (
          <Fact title="Six Cs">{joined(one.sixCs.map((each) => sixCSaid[each]))}</Fact>
        )}
        <Fact title="Led by">{orNot(one.lead, 'nobody yet')}</Fact>
        <Fact title="Partners">{orNot(one.partners.join('; '), 'none named')}</Fact>
        <Fact title="Where">
          {links.places.length === 0
            ? 'Everywhere: no place is named'
            : joined(links.places.map(({ name }) => name))}
        </Fact>
        <Fact title="Form of exploitation">{orNot(one.exploitation)}</Fact>
        <Fact title="For whom">{orNot(one.people)}</Fact>
        <Fact title="From and to">
          {one.startsOn === null ? '– no first day' : day(one.startsOn)} to{' '}
          {one.endsOn === null ? '– no last day' : day(one.endsOn)}
        </Fact>
        <Fact title="Status">
          {statusSaid[one.status]}
          {one.endedWhy !== '' && `: ${one.endedWhy}`}
        </Fact>
        <Fact title="Budget">
          {one.budget === null ? '– not known' : moneySaid(one.budget, one.currency)}
          {one.funder !== '' && ` from ${one.funder}`}
        </Fact>
        <Fact title="People reached">
          {one.reachActual === null ? '– not counted yet' : number(one.reachActual)} of{' '}
          {one.reachTarget === null ? '– no target' : number(one.reachTarget)}
        </Fact>
        <Fact title="Risks of harm">{orNot(one.risksOfHarm)}</Fact>
        <Fact title="Evaluation plan">
          {orNot(one.evaluation)}
          {one.evaluationSms !== null && ` (planned at ${one.evaluationSms} of 5, Maryland scale)`}
        </Fact>
        <Fact title="Indicators">{orNot(one.indicators.join('; '))}</Fact>
        {one.note !== '' && <Fact title="Note">{one.note}</Fact>}
      </dl>
      <section className="stack-tight">
        <h2>Principles</h2>
        <ul className="checked-list">
          {one.principles.map(({ title, met, note }) => (
            <li key={title} data-open={met !== true || undefined}>
              <span aria-hidden="true">{met === true ? '●' : '○'}</span>
              <span>
                {title}
                {note !== '' && <span className="small soft block">{note}</span>}
              </span>
              <span>{met === null ? 'not looked at yet' : met ? 'yes' : 'not yet'}</span>
            </li>
          ))}
        </ul>
        {one.principles.length === 0 && <p className="soft">– nobody has looked at them yet</p>}
      </section>
      <section className="stack-tight">
        <h2>What it answers and rests on</h2>
        <Linked title="Gaps" items={links.gaps} href={() => `${p}/plan`} />
        <Linked
          title="Claims"
          items={links.claims.map((each) => ({
            ...each,
            state: confidenceWords[each.state as keyof typeof confidenceWords] ?? each.state,
          }))}
          href={(id) => `${p}/evidence/claims/${id}`}
        />
        <Linked
          title="Theories of change"
          items={links.theories}
          href={(id) => `${p}/change/theories/${id}`}
        />
        <Linked title="Actions" items={links.actions} href={(id) => `${p}/plan/actions/${id}`} />
      </section>
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function orNot(text: string, reason = 'not said yet'): string {
  return text === '' ? `– ${reason}` : text;
}

function Linked({
  title,
  items,
  href,
}: {
  title: string;
  items: readonly Named[];
  href: (id: string) => string;
}) {
  return (
    <div>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className="soft">– none linked</p>
      ) : (
        <ul>
          {items.map(({ id, title: words, state }) => (
            <li key={id}>
              <FigureLink href={href(id)}>{words}</FigureLink>
              {state !== '' && <span className="small soft"> · {state}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
