import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rag } from '@freehold/core/action';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { RadioCards } from '../review/radio-cards.tsx';
import { moment } from '../words.ts';
import { actionsChanged, decideRag, type Action } from './calls.ts';
import { RagTag } from './rag-tag.tsx';
import { colours, ragReasonWords, wordFor } from './words.ts';

/** The colour that stands, why the rule proposes its own, and where a person says otherwise. */
export function RagDecision({
  partnership,
  action,
  may,
}: {
  partnership: string;
  action: Action;
  may: boolean;
}) {
  const [asking, setAsking] = useState(false);
  const { rag } = action;
  if (rag.proposed === null) return null;
  return (
    <section className="stack" aria-labelledby="colour">
      <h2 id="colour">
        It stands at: <RagTag action={action} />
      </h2>
      {rag.decided !== null && (
        <p>
          “{rag.reason}”{' '}
          <span className="soft small">
            {rag.by}, {rag.at === null ? '' : moment(rag.at)}
          </span>
        </p>
      )}
      {rag.lookAgain && (
        <p className="late">
          The rule’s answer has become worse since: it now says {rag.proposed}. Somebody should look
          again.
        </p>
      )}
      <p>
        The rule proposes {wordFor(colours, rag.proposed).toLowerCase()}
        {rag.because.length === 0
          ? ': nothing speaks against it.'
          : `: ${rag.because.map(ragReasonWords).join(' ')}`}
      </p>
      {may && !asking && (
        <div className="row">
          <Button onClick={() => setAsking(true)}>
            {rag.decided === null ? 'Decide the colour' : 'Decide again'}
          </Button>
        </div>
      )}
      {asking && (
        <Decide partnership={partnership} action={action} onEnd={() => setAsking(false)} />
      )}
    </section>
  );
}

function Decide({
  partnership,
  action,
  onEnd,
}: {
  partnership: string;
  action: Action;
  onEnd: () => void;
}) {
  const { rag } = action;
  const [colour, setColour] = useState<Rag | null>(rag.decided ?? rag.proposed);
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (said: { rag: Rag | null; reason: string }) => decideRag(partnership, action, said),
    onSuccess: async () => {
      await actionsChanged();
      onEnd();
    },
  });
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ rag: colour, reason: reason.trim() });
      }}
    >
      <RadioCards
        legend="How does it stand?"
        name="colour"
        chosen={colour}
        options={colours.map(([value, title]) => ({
          value,
          title,
          ...(value === rag.proposed && { aside: 'as the rule proposes' }),
        }))}
        onChange={setColour}
      />
      <TextField label="Why?" required maxLength={1000} value={reason} onChange={setReason} />
      <Problems error={decide.error} />
      <div className="row">
        <Button tone="primary" type="submit" disabled={decide.isPending || colour === null}>
          Decide
        </Button>
        {rag.decided !== null && (
          <Button
            disabled={decide.isPending}
            onClick={() => decide.mutate({ rag: null, reason: '' })}
          >
            Back to the rule
          </Button>
        )}
        <Button tone="quiet" onClick={onEnd}>
          Not now
        </Button>
      </div>
    </form>
  );
}
