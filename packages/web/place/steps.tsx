import type { ReactNode } from 'react';

/** The three steps to a first review; what belongs to a step is handed in. */
export function Steps({
  now,
  place,
  review,
}: {
  now: 1 | 2;
  place: ReactNode;
  review?: ReactNode;
}) {
  const steps = [
    {
      title: 'Add your place',
      words: 'What the review is about: its name, its type, and what it lies in.',
      body: place,
    },
    {
      title: 'Choose a framework and start a review',
      words:
        'The framework is the list of questions. “Starter 30” takes a rater about 45 minutes; you can ask more later.',
      body: review,
    },
    {
      title: 'Invite agencies to rate',
      words:
        'Each gets a link and answers alone. Nobody sees the others’ answers until you close the rating; then you agree the scores together.',
      body: undefined,
    },
  ];
  return (
    <ol className="first-steps">
      {steps.map(({ title, words, body }, index) => (
        <li key={title} aria-current={index + 1 === now ? 'step' : undefined}>
          <h2>{title}</h2>
          <p className="soft">{words}</p>
          {body}
        </li>
      ))}
    </ol>
  );
}
