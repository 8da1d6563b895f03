import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { mayKeepEvidence } from '@freehold/core/access';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Method } from '../parts/page.tsx';
import { Problems } from '../parts/problems.tsx';
import { Undo, useUndo } from '../parts/undo.tsx';
import { usePartnership } from '../session/session.ts';
import { count, percent } from '../words.ts';
import {
  decideSuggestion,
  evidenceChanged,
  suggestionsQuery,
  type ShownSuggestion,
} from './calls.ts';
import { EvidenceFrame } from './frame.tsx';

/** Sources that may be one publication, side by side, for a person to merge or keep apart. */
export function Suggestions() {
  const { partnership } = useParams({ from: '/p/$partnership/evidence/duplicates' });
  const { data, error } = useQuery(suggestionsQuery(partnership, 'open'));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayKeepEvidence(mine.role);
  const { offer, offerUndo } = useUndo();
  const decide = useMutation({
    mutationFn: (asked: { id: string; state: 'open' | 'accepted' | 'refused' }) =>
      decideSuggestion(partnership, asked.id, asked.state),
    onSuccess: async (_, { id, state }) => {
      if (state !== 'open')
        offerUndo({
          says: state === 'accepted' ? 'Merged.' : 'Kept apart.',
          undo: () => decide.mutate({ id, state: 'open' }),
        });
      await evidenceChanged(partnership);
    },
  });
  const open = data?.suggestions ?? [];
  return (
    <EvidenceFrame
      {...{ partnership, error }}
      here="Sources"
      crumb="Duplicates"
      title={
        open.length === 0
          ? 'No two sources wait to be told apart'
          : `${count(open.length, 'pair', 'pairs')} may be one publication: you decide`
      }
      ready={data !== undefined}
    >
      <Undo offer={offer} />
      <Problems error={decide.error} />
      {open.length === 0 && (
        <Empty title="What is certainly the same is merged unasked">
          <p>
            The same DOI, or the same title in the same year. What is only alike waits here for a
            person.{' '}
            <Link to="/p/$partnership/evidence/sources" params={{ partnership }}>
              Back to the sources
            </Link>
          </p>
        </Empty>
      )}
      <ul className="record-list">
        {open.map((each) => (
          <li key={each.id} className="stack record-says">
            <p className="small soft">
              {reasons[each.because] ?? each.because} · {percent(each.likeness)} alike
            </p>
            <div className="pair">
              <One label="Stands" reference={each.of.reference} />
              <One label="Came later" reference={each.source.reference} />
            </div>
            {may && (
              <div className="row">
                <Button onClick={() => decide.mutate({ id: each.id, state: 'accepted' })}>
                  One publication: merge
                </Button>
                <Button onClick={() => decide.mutate({ id: each.id, state: 'refused' })}>
                  Two: keep apart
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Method>
        <p>
          A pair is put before you where titles share 85 % of their pairs of letters within a year
          of each other, where one title stands under two DOIs or two years, or where one goes on
          with a subtitle. Merging hides the later one and hands its studies over; it can be taken
          back.
        </p>
      </Method>
    </EvidenceFrame>
  );
}

const reasons: Readonly<Record<string, string>> = {
  'same-doi': 'The same DOI under unlike titles',
  'same-title': 'The same title, in another year or under another DOI',
  'same-title-and-year': 'The same title in the same year',
  'like-title': 'Titles that are much alike',
};

function One({
  label,
  reference,
}: {
  label: string;
  reference: ShownSuggestion['of']['reference'];
}) {
  const { title, authors, year, container, doi } = reference;
  const facts = [authors.slice(0, 3).join('; '), year === null ? '' : String(year), container, doi];
  return (
    <div>
      <p className="small soft">{label}</p>
      <p className="strong">{title}</p>
      <p className="small">{facts.filter((fact) => fact !== '').join(' · ')}</p>
    </div>
  );
}
