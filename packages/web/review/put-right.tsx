import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, got, queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { Problems } from '../parts/problems.tsx';
import { reviewChanged, reviewsQuery, type Review, type ReviewAt } from './review.ts';

/** For the co-ordinator: another title or closing date until the scores are frozen, and a draft taken away. */
export function PutRight({ at, review }: { at: ReviewAt; review: Review }) {
  const [asking, setAsking] = useState<'change' | 'remove' | null>(null);
  const { state, title } = review.review;
  if (!review.mayCoordinate || state === 'validated' || state === 'published') return null;
  const close = () => setAsking(null);
  return (
    <div className="row">
      <Button onClick={() => setAsking('change')}>Change title or closing date</Button>
      {state === 'draft' && (
        <Button tone="danger" onClick={() => setAsking('remove')}>
          Take this draft away
        </Button>
      )}
      {asking === 'change' && <Change at={at} review={review} onClose={close} />}
      {asking === 'remove' && <TakeAway at={at} title={title} onClose={close} />}
    </div>
  );
}

function Change({ at, review, onClose }: { at: ReviewAt; review: Review; onClose: () => void }) {
  const [title, setTitle] = useState(review.review.title);
  const [closesOn, setClosesOn] = useState(review.review.closesOn ?? '');
  const change = useMutation({
    mutationFn: () =>
      got(
        api.partnerships[':partnership'].reviews[':review'].$patch({
          param: at,
          json: { title, closesOn: closesOn === '' ? null : closesOn },
        }),
      ),
    onSuccess: async () => {
      await reviewChanged(at);
      onClose();
    },
  });
  return (
    <Dialog title="What it is called, and until when" open onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <TextField label="Title" required maxLength={200} value={title} onChange={setTitle} />
        <TextField
          label="Closing date"
          type="date"
          hint="Raters see it the next time they open their link. May be left empty."
          value={closesOn}
          onChange={setClosesOn}
        />
        <Problems error={change.error} />
        <div className="row">
          <Button tone="primary" type="submit" disabled={change.isPending || title.trim() === ''}>
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </div>
      </form>
    </Dialog>
  );
}

function TakeAway({ at, title, onClose }: { at: ReviewAt; title: string; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () =>
      got(api.partnerships[':partnership'].reviews[':review'].$delete({ param: at })),
    onSuccess: async () => {
      const { partnership } = at;
      await navigate({ to: '/p/$partnership/reviews', params: { partnership }, replace: true });
      await queries.invalidateQueries(reviewsQuery(partnership));
      await queries.invalidateQueries({ queryKey: ['home'] });
    },
  });
  return (
    <Dialog title={`Take “${title}” away?`} open onClose={onClose}>
      <p>
        The draft goes, and with it its raters; links already passed on stop working. Nobody has
        answered yet, so no answer is lost. It cannot be brought back.
      </p>
      <Problems error={remove.error} />
      <div className="row">
        <Button tone="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
          Take it away
        </Button>
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </Dialog>
  );
}
