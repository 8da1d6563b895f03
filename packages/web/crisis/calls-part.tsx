import { useState } from 'react';
import { ofKind, reachOf, type Contact } from '@freehold/core/crisis';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { count } from '../words.ts';
import type { BoardProps } from './board.tsx';
import type { HeldItem } from './calls.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactTree, type TreeRow } from './contact-tree.tsx';
import { lastUpdate, nameOf } from './words.ts';

export type HeldContact = Omit<HeldItem, 'content'> & { readonly content: Contact };

/** Who calls whom, who has acknowledged, and who is still unreached. */
export function Calls({ board, items, open }: BoardProps) {
  const [form, setForm] = useState<HeldContact | 'new' | null>(null);
  const held = ofKind(board.items, 'contact');
  const rows = rowsOf(held);
  const waiting = rows.filter(({ reach }) => reach.state !== 'reached');
  const title =
    rows.length === 0
      ? 'There is no contact tree yet'
      : waiting.length === 0
        ? `All ${count(rows.length, 'contact has', 'contacts have')} acknowledged`
        : `${count(waiting.length, 'contact is', 'contacts are')} still unreached`;
  return (
    <section className="stack" aria-labelledby="crisis-calls">
      <h2 id="crisis-calls">{title}</h2>
      {rows.length === 0 ? (
        <Empty title="Who calls whom when it begins?">
          <p>
            Roles with a mailbox and a telephone that outlive the person in the post. Each is called
            by one other. Whoever has acknowledged calls those below.
          </p>
        </Empty>
      ) : (
        <>
          <ul className="crisis-items">
            {rows.map((row) => (
              <ContactRow
                key={row.held.id}
                row={row}
                open={open}
                onEdit={() => setForm(row.held)}
                onRemove={() => items.remove(row.held, row.held.content.role)}
                onTold={() =>
                  void items.touch(row.held.id, (content) =>
                    content.kind === 'contact'
                      ? { ...content, acknowledged: !row.held.content.acknowledged }
                      : content,
                  )
                }
              />
            ))}
          </ul>
          <ContactTree finding={title} crisis={board.crisis.title} rows={rows} />
        </>
      )}
      {open && (
        <div className="row">
          <Button onClick={() => setForm('new')}>Add a contact</Button>
        </div>
      )}
      {form !== null && (
        <ContactForm
          held={form === 'new' ? null : form}
          others={held.filter((each) => form === 'new' || each.id !== form.id)}
          items={items}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}

function rowsOf(held: readonly HeldContact[]): readonly TreeRow[] {
  const of = (id: string | null) => held.find((each) => each.id === id);
  return reachOf(held.map(({ id, content }) => ({ id, ...content }))).flatMap((reach) => {
    const found = of(reach.id);
    const caller = of(reach.caller)?.content;
    return found === undefined
      ? []
      : [{ held: found, reach, caller: caller === undefined ? '' : nameOf(caller) }];
  });
}

function ContactRow({
  row: { held, reach, caller },
  open,
  onEdit,
  onRemove,
  onTold,
}: {
  row: TreeRow;
  open: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onTold: () => void;
}) {
  const { content } = held;
  const of = <span className="unseen">: {nameOf(content)}</span>;
  return (
    <li data-status={reach.state} data-depth={Math.min(reach.depth, 4)}>
      <span className="row">
        <h3>{nameOf(content)}</h3>
        {reach.state === 'reached' && <span className="tag good">Acknowledged</span>}
        {reach.state === 'to-call' && <span className="tag warn">To be called</span>}
        {reach.state === 'cut-off' && <span className="tag bad">Cut off</span>}
      </span>
      <p className="small">
        {reach.state === 'reached'
          ? 'Has the message.'
          : caller === ''
            ? reach.depth === 0
              ? 'You call.'
              : 'Nobody above has been reached: you call.'
            : reach.state === 'cut-off'
              ? `Who should call is not reached: ${caller} calls instead.`
              : `${caller} calls.`}
      </p>
      <p className="crisis-reach">
        {content.telephone !== '' && (
          <a href={`tel:${content.telephone.replace(/[^+\d]/g, '')}`}>{content.telephone}</a>
        )}
        {content.mailbox !== '' && <a href={`mailto:${content.mailbox}`}>{content.mailbox}</a>}
        {content.telephone === '' && content.mailbox === '' && (
          <span className="soft">– no telephone or mailbox yet</span>
        )}
      </p>
      <p className="small soft">{lastUpdate(held)}</p>
      {open && (
        <div className="crisis-buttons">
          <Button onClick={onTold}>
            {content.acknowledged ? 'Not reached after all' : 'Acknowledged'}
            {of}
          </Button>
          <Button tone="quiet" onClick={onEdit}>
            Change{of}
          </Button>
          <Button tone="quiet" onClick={onRemove}>
            Take away{of}
          </Button>
        </div>
      )}
    </li>
  );
}
