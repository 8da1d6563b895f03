import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { day } from '../words.ts';
import { contactQuery, keepContact } from './calls.ts';

/** Whether others may ask this partnership: off unless the co-ordinator or the chair says yes. */
export function ContactSetting({ partnership, maySet }: { partnership: string; maySet: boolean }) {
  const { data } = useQuery(contactQuery(partnership));
  if (data === undefined) return null;
  return (
    <section className="stack">
      <h2>{data.agreed ? 'Others may ask you' : 'Nobody can ask you yet'}</h2>
      <p>
        {data.agreed
          ? `Those who see results that you share see ${data.mailbox}${data.at === null ? '' : `, as ${data.byName} agreed on ${day(data.at)}`}.`
          : 'If your partnership agrees, those who see results that you share see a mailbox of yours where you may be strong in their gap. Use a role’s mailbox, not a person’s.'}
      </p>
      {maySet && <ContactForm key={String(data.at)} partnership={partnership} now={data} />}
    </section>
  );
}

type Contact = { readonly agreed: boolean; readonly mailbox: string; readonly offer: string };

function ContactForm({ partnership, now }: { partnership: string; now: Contact }) {
  const [mailbox, setMailbox] = useState(now.mailbox);
  const [offer, setOffer] = useState(now.offer);
  const keep = useMutation({
    mutationFn: (agreed: boolean) => keepContact(partnership, { agreed, mailbox, offer }),
  });
  return (
    <div className="stack">
      <TextField
        label="A role’s mailbox"
        hint="Such as partnership@council.example"
        type="email"
        maxLength={200}
        value={mailbox}
        onChange={setMailbox}
      />
      <TextArea
        label="What you offer (optional)"
        maxLength={500}
        value={offer}
        onChange={setOffer}
      />
      <Problems error={keep.error} />
      <div className="row">
        <Button disabled={keep.isPending} onClick={() => keep.mutate(true)}>
          {now.agreed ? 'Keep the change' : 'Agree to be asked'}
        </Button>
        {now.agreed && (
          <Button tone="quiet" disabled={keep.isPending} onClick={() => keep.mutate(false)}>
            Take it back
          </Button>
        )}
      </div>
    </div>
  );
}
