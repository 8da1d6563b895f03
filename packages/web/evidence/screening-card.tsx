import { useEffect, useRef, useState } from 'react';
import { marked, type ScreeningStage } from '@freehold/core/evidence';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Tick } from '../parts/tick.tsx';
import type { Batch, Card } from './screening-calls.ts';
import type { Said } from './screening-desk.ts';
import { citation, decidedWords } from './screening-words.ts';

/** One publication to decide on, with its three answers; leaving it out asks why. */
export function ScreeningCard({
  card,
  batch,
  stage,
  said,
  leaving,
  number,
  total,
  onKey,
}: {
  card: Card;
  batch: Batch;
  stage: ScreeningStage;
  said: Said;
  leaving: boolean;
  number: number;
  total: number;
  onKey: (key: string) => void;
}) {
  const title = useRef<HTMLHeadingElement>(null);
  // The next card begins at its title, for whoever listens and for whoever scrolled down.
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const hasWords = batch.lookFor.length + batch.lookOut.length > 0;
  const [lit, setLit] = useState(true);
  const words = { for: lit ? batch.lookFor : [], against: lit ? batch.lookOut : [] };
  return (
    <article className="screening-card stack" aria-labelledby="screening-title">
      <header className="stack-tight">
        <p className="small soft">
          {number} of {total}
          {said.decision !== null && ` · you said: ${saidWords(said, batch)}`}
        </p>
        <h2 id="screening-title" ref={title} tabIndex={-1}>
          <Marked text={card.title} words={words} />
        </h2>
        <p className="small soft">{citation(card)}</p>
      </header>
      {card.abstract === '' ? (
        <p className="soft">The register holds no abstract of it.</p>
      ) : (
        <p className="abstract">
          <Marked text={card.abstract} words={words} />
        </p>
      )}
      {card.keywords.length > 0 && (
        <p className="small soft">
          Keywords: <Marked text={card.keywords.join(', ')} words={words} />
        </p>
      )}
      <FullText card={card} wanted={stage === 'full-text'} />
      {hasWords && <Tick words="Mark the words that we look for" on={lit} onChange={setLit} />}
      {!card.open ? (
        <Notice>
          <p>Both of you have decided on this one, so it stays as it is.</p>
        </Notice>
      ) : leaving ? (
        <Reasons {...{ batch, stage, onKey }} />
      ) : (
        <div className="row answers" role="group" aria-label="Your decision">
          <Answer words="Include" name="i" {...{ onKey }} />
          <Answer words="Exclude …" name="e" {...{ onKey }} />
          <Answer words="Unsure" name="u" {...{ onKey }} />
        </div>
      )}
    </article>
  );
}

function Answer({
  words,
  name,
  onKey,
}: {
  words: string;
  name: string;
  onKey: (key: string) => void;
}) {
  return (
    <Button aria-keyshortcuts={name} onClick={() => onKey(name)}>
      {words} <kbd aria-hidden="true">{name.toUpperCase()}</kbd>
    </Button>
  );
}

function Reasons({
  batch,
  stage,
  onKey,
}: {
  batch: Batch;
  stage: ScreeningStage;
  onKey: (key: string) => void;
}) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  return (
    <fieldset className="reasons" ref={group}>
      <legend>Why is it left out?</legend>
      <div>
        {batch.reasons.map(({ code, text }, at) => (
          <Answer key={code} words={text} name={String(at + 1)} {...{ onKey }} />
        ))}
        {stage === 'title-abstract' && <Answer words="No reason" name="0" {...{ onKey }} />}
        <Button tone="quiet" onClick={() => onKey('Escape')}>
          Not left out after all <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
    </fieldset>
  );
}

function saidWords({ decision, reason }: Said, batch: Batch): string {
  const why = batch.reasons.find(({ code }) => code === reason)?.text;
  return [decision === null ? '' : decidedWords[decision], why]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function FullText({ card: { doi, url }, wanted }: { card: Card; wanted: boolean }) {
  const at = doi === '' ? url : `https://doi.org/${doi}`;
  if (!/^https?:/.test(at))
    return wanted ? <p className="small soft">The register knows no address of its text.</p> : null;
  return (
    <p className="small">
      <a href={at} target="_blank" rel="noreferrer">
        {wanted ? 'Open the full text' : 'Where it was published'}
      </a>
    </p>
  );
}

function Marked({
  text,
  words,
}: {
  text: string;
  words: { readonly for: readonly string[]; readonly against: readonly string[] };
}) {
  let from = 0;
  return marked(text, words).map(({ text: piece, speaks }) => {
    const key = from;
    from += piece.length;
    return speaks === null ? (
      piece
    ) : (
      <mark key={key} className={`speaks-${speaks}`}>
        {piece}
      </mark>
    );
  });
}
