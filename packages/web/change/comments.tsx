import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mayNoteProgress } from '@freehold/core/access';
import type { Theory } from '@freehold/core/change';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count, moment } from '../words.ts';
import { addComment, settleComment, theoryQuery, type KeptTheory, type TheoryAt } from './calls.ts';

/** What people say about the chosen part, or about the whole and all its parts. */
export function Comments({
  at,
  about,
  kept,
  theory,
  onShow,
}: {
  at: TheoryAt;
  about: string | null;
  kept: KeptTheory;
  theory: Theory;
  onShow: (id: string) => void;
}) {
  const mine = usePartnership(at.partnership);
  const mayComment = mine !== null && mayNoteProgress(mine.role);
  const { data } = useQuery({ ...theoryQuery(at), initialData: kept });
  const [text, setText] = useState('');
  const again = () => queries.invalidateQueries({ queryKey: theoryQuery(at).queryKey });
  const add = useMutation({
    mutationFn: () => addComment(at, { about, text: text.trim() }),
    onSuccess: async () => {
      setText('');
      await again();
    },
  });
  const settle = useMutation({
    mutationFn: ({ id, settled }: { id: string; settled: boolean }) =>
      settleComment(at.partnership, id, settled),
    onSuccess: again,
  });
  const shown = data.comments.filter((each) => about === null || each.about === about);
  const open = shown.filter(({ settled }) => !settled);
  const parts = new Map([
    ...theory.nodes.map(({ id, title }) => [id, title] as const),
    ...theory.links.map(({ id }) => [id, 'a link'] as const),
  ]);
  return (
    <section className="stack-tight" aria-label="Comments">
      <h2 className="panel-title">{count(open.length, 'open comment', 'open comments')}</h2>
      <ul className="theory-comments">
        {shown.map(({ id, about: of, text: words, byName, at: when, settled }) => (
          <li key={id} className={settled ? 'settled' : ''}>
            <p>{words}</p>
            <p className="tiny soft">
              {byName} · {moment(when)}
              {about === null && of !== null && parts.has(of) && (
                <>
                  {' · about '}
                  <button type="button" className="link-button" onClick={() => onShow(of)}>
                    {parts.get(of)}
                  </button>
                </>
              )}
              {settled && ' · settled'}
            </p>
            {mayComment && (
              <Button tone="quiet" onClick={() => settle.mutate({ id, settled: !settled })}>
                {settled ? 'Open again' : 'Settle'}
                <span className="unseen">: {words.slice(0, 60)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayComment && (
        <form
          className="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <TextArea
            label={about === null ? 'Say something about the theory' : 'Say something about this'}
            maxLength={4000}
            value={text}
            onChange={setText}
          />
          <Problems error={add.error ?? settle.error} />
          <div>
            <Button type="submit" disabled={add.isPending || text.trim() === ''}>
              Add the comment
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
