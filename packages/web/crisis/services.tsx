import { useState } from 'react';
import {
  exposure,
  irregularWords,
  ofKind,
  serviceMap,
  serviceStateWords,
  serviceWords,
  statusAskedWords,
  type Exposure,
  type Group,
  type Service,
  type ServiceCover,
  type ServiceKind,
} from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Method } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { count, list, number } from '../words.ts';
import type { BoardProps } from './board.tsx';
import type { HeldItem } from './calls.ts';
import { GroupForm } from './group-form.tsx';
import { ServiceForm } from './service-form.tsx';
import { lastUpdate } from './words.ts';

export type HeldService = Omit<HeldItem, 'content'> & { readonly content: Service };
export type HeldGroup = Omit<HeldItem, 'content'> & { readonly content: Group };

/** Who offers what, what it lacks, and which groups cannot get to it. */
export function Services(props: BoardProps) {
  const { board, items, open } = props;
  const [form, setForm] = useState<HeldService | 'service' | null>(null);
  const held = ofKind(board.items, 'service');
  const covers = serviceMap(held.map(({ content }) => content));
  return (
    <>
      <section className="stack" aria-labelledby="crisis-services">
        <h2 id="crisis-services">{finding(covers)}</h2>
        <Table
          caption="Services by kind: places, and what is needed"
          stacks
          rows={covers}
          rowKey={({ service }) => service}
          columns={[
            { title: 'Service', heads: true, cell: ({ service }) => serviceWords[service] },
            {
              title: 'Offered by',
              figure: true,
              cell: ({ offers }) => (offers === 0 ? 'nobody' : number(offers)),
            },
            { title: 'Places', figure: true, cell: ({ places }) => known(places) },
            { title: 'Needed', figure: true, cell: ({ needed }) => known(needed) },
            { title: 'Lacking', figure: true, cell: ({ lack }) => known(lack) },
          ]}
        />
        <ul className="crisis-items">
          {held.map((service) => (
            <ServiceRow
              key={service.id}
              held={service}
              open={open}
              onEdit={() => setForm(service)}
              onRemove={() => items.remove(service, service.content.organisation)}
            />
          ))}
        </ul>
        {open && (
          <div className="row">
            <Button onClick={() => setForm('service')}>Add a service</Button>
          </div>
        )}
        {form !== null && (
          <ServiceForm
            held={form === 'service' ? null : form}
            items={items}
            onClose={() => setForm(null)}
          />
        )}
      </section>
      <Groups {...props} services={held.map(({ content }) => content)} />
      <Method>
        <p>
          Lacking is what is needed less the places of services that are not closed; where either is
          not known there is a dash. Places and needs are estimates of the partnership, not counts
          of people.
        </p>
        <p>
          People who flee often have to break immigration law; they become irregular, lose access to
          support, and are more exposed (Rights Lab crisis review). So a service that asks for
          status counts as closed to a group without one, and a group whose status is not known is
          treated as if it had none. The arithmetic is ours.
        </p>
      </Method>
    </>
  );
}

function Groups({ board, items, open, services }: BoardProps & { services: readonly Service[] }) {
  const [form, setForm] = useState<HeldGroup | 'group' | null>(null);
  const held = ofKind(board.items, 'group');
  return (
    <section className="stack" aria-labelledby="crisis-groups">
      <h2 id="crisis-groups">
        {held.length === 0
          ? 'Nobody has said which groups are affected'
          : `${count(held.length, 'group is', 'groups are')} affected`}
      </h2>
      <ul className="crisis-items">
        {held.map((group) => (
          <GroupRow
            key={group.id}
            held={group}
            found={exposure(group.content, services)}
            open={open}
            onEdit={() => setForm(group)}
            onRemove={() => items.remove(group, group.content.title)}
          />
        ))}
      </ul>
      {open && (
        <div className="row">
          <Button onClick={() => setForm('group')}>Add a group</Button>
        </div>
      )}
      {form !== null && (
        <GroupForm
          held={form === 'group' ? null : form}
          items={items}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function finding(covers: readonly ServiceCover[]): string {
  const none = covers.filter(({ offers }) => offers === 0).length;
  const short = covers.filter(({ lack }) => (lack ?? 0) > 0);
  if (none === covers.length) return 'No service is on the map yet';
  if (short.length > 0)
    return `${list(short.map(({ service }) => serviceWords[service]))}: places are lacking`;
  return none > 0
    ? `${count(none, 'kind of service is', 'kinds of service are')} offered by nobody`
    : 'No service is known to lack places';
}

function known(value: number | null): string {
  return value === null ? '– not known' : number(value);
}

function named(kinds: readonly ServiceKind[]): string {
  return list(kinds.map((kind) => serviceWords[kind].toLowerCase()));
}

function ServiceRow({
  held,
  open,
  onEdit,
  onRemove,
}: {
  held: HeldService;
  open: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { content } = held;
  const of = <span className="unseen">: {content.organisation}</span>;
  const tone = { working: 'good', strained: 'warn', closed: 'bad', 'not-known': '' };
  return (
    <li>
      <span className="row">
        <h3>
          {serviceWords[content.service]}: {content.organisation}
        </h3>
        <span className={`tag ${tone[content.state]}`}>{serviceStateWords[content.state]}</span>
      </span>
      <p className="small">
        {known(content.places)} places, {known(content.needed)} needed ·{' '}
        {statusAskedWords[content.asksStatus]}
      </p>
      <p className="small">
        <span className="strong">How one gets there:</span>{' '}
        {content.route === '' ? 'not said yet' : content.route}
      </p>
      <p className="small soft">{lastUpdate(held)}</p>
      {open && (
        <div className="crisis-buttons">
          <Button onClick={onEdit}>Change{of}</Button>
          <Button tone="quiet" onClick={onRemove}>
            Take away{of}
          </Button>
        </div>
      )}
    </li>
  );
}

function GroupRow({
  held,
  found,
  open,
  onEdit,
  onRemove,
}: {
  held: HeldGroup;
  found: Exposure;
  open: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { content } = held;
  const of = <span className="unseen">: {content.title}</span>;
  return (
    <li>
      <span className="row">
        <h3>{content.title}</h3>
        {found.exposed !== false && (
          <span className="tag warn">
            {found.exposed === null ? 'Exposure not known' : 'Exposed'}
          </span>
        )}
      </span>
      <p className="small">
        {content.people === null
          ? 'How many is not estimated'
          : `About ${number(content.people)} people`}
        {content.source !== '' && ` (${content.source})`} · {irregularWords[content.irregular]}
      </p>
      {content.note !== '' && <p>{content.note}</p>}
      <p className="small">
        <span className="strong">Closed or not offered to them:</span>{' '}
        {found.closed.length === 0 ? 'nothing known' : named(found.closed)}
        {found.notKnown.length > 0 && `. Nobody has asked yet about ${named(found.notKnown)}`}
      </p>
      <p className="small soft">{lastUpdate(held)}</p>
      {open && (
        <div className="crisis-buttons">
          <Button onClick={onEdit}>Change{of}</Button>
          <Button tone="quiet" onClick={onRemove}>
            Take away{of}
          </Button>
        </div>
      )}
    </li>
  );
}
