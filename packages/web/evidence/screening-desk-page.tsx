import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ScreeningStage } from '@freehold/core/evidence';
import { usePageKeys } from '../parts/keys.ts';
import { Notice } from '../parts/notice.tsx';
import { sessionQuery } from '../session/session.ts';
import { count, problemSentence } from '../words.ts';
import { EvidenceFrame } from './frame.tsx';
import { batchQuery, cardsQuery, type Batch, type Card } from './screening-calls.ts';
import { ScreeningCard } from './screening-card.tsx';
import { useScreeningDesk, type Said, type ScreeningDesk } from './screening-desk.ts';
import { DeskFoot } from './screening-foot.tsx';
import { decidedWords, oneOfStage, stageWords } from './screening-words.ts';
import '../look/screening.css';

/** Where one person decides: a card after the other, a key a decision. */
export function ScreeningDeskPage() {
  const at = useParams({ from: '/p/$partnership/evidence/screening/$batch/desk' });
  const { stage } = useSearch({ from: '/p/$partnership/evidence/screening/$batch/desk' });
  const { data: session } = useQuery(sessionQuery);
  const { data: found, error: batchError } = useQuery(batchQuery(at));
  const { data, error } = useQuery(cardsQuery(at, stage));
  const person = session?.person?.id;
  const ready = data !== undefined && found !== undefined && person !== undefined;
  return (
    <EvidenceFrame
      partnership={at.partnership}
      here="Screening"
      title={`${stageWords[stage]}: ${found?.batch.title ?? 'a batch'}`}
      error={error ?? batchError}
      {...{ ready }}
    >
      {ready && (
        <Desk key={stage} {...{ at, stage, person }} batch={found.batch} cards={data.cards} />
      )}
    </EvidenceFrame>
  );
}

type Step = { readonly source: string; readonly before: Said };

function Desk({
  at,
  stage,
  person,
  batch,
  cards,
}: {
  at: { readonly partnership: string; readonly batch: string };
  stage: ScreeningStage;
  person: string;
  batch: Batch;
  cards: readonly Card[];
}) {
  const desk = useScreeningDesk(person, at, stage);
  const [source, setSource] = useState<string | null>(() => nextOpen(cards, desk, null));
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [leaving, setLeaving] = useState(false);
  const [says, setSays] = useState('');
  const [keys, setKeys] = useState(keysOn);
  const card = cards.find((each) => each.source === source) ?? null;
  const decide = (said: Said) => {
    if (card === null || said.decision === null) return;
    setSteps([...steps, { source: card.source, before: desk.said(card) }]);
    desk.decide(card.source, said);
    setSays(`${decidedWords[said.decision]}: ${card.title}`);
    setLeaving(false);
    setSource(nextOpen(cards, desk, card.source));
  };
  const undo = () => {
    const last = steps.at(-1);
    if (last === undefined) return;
    desk.decide(last.source, last.before);
    setSteps(steps.slice(0, -1));
    setSays('Taken back');
    setLeaving(false);
    setSource(last.source);
  };
  const move = (by: 1 | -1) => {
    const here = cards.findIndex((each) => each.source === source);
    const to = cards[here < 0 ? (by < 0 ? cards.length - 1 : 0) : here + by];
    if (to !== undefined) setSource(to.source);
    setLeaving(false);
  };
  const answer = (key: string): boolean => {
    const reason = batch.reasons[Number(key) - 1];
    if (leaving && reason !== undefined) decide({ decision: 'exclude', reason: reason.code });
    else if (leaving && stage === 'title-abstract' && key === '0')
      decide({ decision: 'exclude', reason: '' });
    else if (leaving && key === 'Escape') setLeaving(false);
    else if (key === 'z') undo();
    else if (key === 'ArrowLeft') move(-1);
    else if (key === 'ArrowRight') move(1);
    else if (card?.open !== true) return false;
    else if (key === 'i') decide({ decision: 'include', reason: '' });
    else if (key === 'u') decide({ decision: 'unsure', reason: '' });
    else if (key === 'e') setLeaving(true);
    else return false;
    return true;
  };
  usePageKeys(keys, (key) => answer(key.length === 1 ? key.toLowerCase() : key));
  const left = cards.filter((each) => desk.said(each).decision === null).length;
  return (
    <>
      <p className="unseen" aria-live="polite">
        {says}
      </p>
      <Refused desk={desk} cards={cards} />
      {card === null ? (
        <Finished {...{ at, stage, left }} total={cards.length} />
      ) : (
        <ScreeningCard
          key={card.source}
          {...{ card, batch, stage, leaving }}
          said={desk.said(card)}
          number={cards.indexOf(card) + 1}
          total={cards.length}
          onKey={answer}
        />
      )}
      <DeskFoot
        {...{ desk, left, keys }}
        total={cards.length}
        mayUndo={steps.length > 0}
        onUndo={undo}
        onMove={move}
        onKeys={(on) => {
          localStorage.setItem(keysKey, on ? 'on' : 'off');
          setKeys(on);
        }}
      />
    </>
  );
}

const keysKey = 'freehold-screening-keys';
function keysOn(): boolean {
  return localStorage.getItem(keysKey) !== 'off';
}

/** The next card after this one that nobody of us has decided; from the start again after the last. */
function nextOpen(
  cards: readonly Card[],
  desk: ScreeningDesk,
  after: string | null,
): string | null {
  const from = cards.findIndex(({ source }) => source === after) + 1;
  const round = [...cards.slice(from), ...cards.slice(0, from)];
  const open = round.find(
    (card) => card.open && card.source !== after && desk.said(card).decision === null,
  );
  return open?.source ?? null;
}

function Finished({
  at,
  stage,
  total,
}: {
  at: { readonly partnership: string; readonly batch: string };
  stage: ScreeningStage;
  left: number;
  total: number;
}) {
  const [one, many] = oneOfStage[stage];
  return (
    <Notice tone="good" title={total === 0 ? `No ${one} waits yet` : 'You have decided on all'}>
      <p>
        {total === 0
          ? 'A full text is asked for once its title and abstract are included by both of you.'
          : `${count(total, one, many)} decided. The left arrow goes back through them; those that the other person has not decided can still be changed.`}
      </p>
      <p>
        <Link to="/p/$partnership/evidence/screening/$batch" params={at}>
          To the batch: conflicts, agreement and results
        </Link>
      </p>
    </Notice>
  );
}

/** What the server would not take, with why; the card shows what was typed until the page is loaded again. */
function Refused({ desk, cards }: { desk: ScreeningDesk; cards: readonly Card[] }) {
  const refused = [...desk.state.refused];
  if (refused.length === 0) return null;
  return (
    <Notice
      tone="bad"
      title={`${count(refused.length, 'decision was', 'decisions were')} not kept`}
    >
      <ul>
        {refused.map(([key, problems]) => (
          <li key={key}>
            {cards.find(({ source }) => key.endsWith(source))?.title ?? 'A publication'}:{' '}
            {problems.map((each) => problemSentence(each.code, each.details)).join(' ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
