import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { leastTogether } from '@freehold/core/review';
import { api, got } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { Table } from '../parts/table.tsx';
import { count, day } from '../words.ts';
import { AddRater } from './add-rater.tsx';
import { LinkDialog, type FreshLink } from './link-dialog.tsx';
import { reviewChanged, type Rater, type Review, type ReviewAt } from './review.ts';

/** Who takes part, how far they are, and their links. Shows how many answers there are, never which. */
export function Raters({ at, review }: { at: ReviewAt; review: Review }) {
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<FreshLink | null>(null);
  const { raters, mayCoordinate: may, asked } = review;
  const open = review.review.state === 'draft' || review.review.state === 'rating';
  const renew = useMutation({
    mutationFn: ({ id }: Rater) =>
      got(
        api.partnerships[':partnership'].raters[':rater'].link.$post({
          param: { partnership: at.partnership, rater: id },
        }),
      ),
    onSuccess: (made, rater) => setLink({ ...rater, ...made, renewed: true }),
  });
  const remove = useMutation({
    mutationFn: ({ id }: Rater) =>
      got(
        api.partnerships[':partnership'].raters[':rater'].$delete({
          param: { partnership: at.partnership, rater: id },
        }),
      ),
    onSuccess: () => reviewChanged(at),
  });
  const agencies = new Set(raters.map(({ agency }) => agency)).size;
  return (
    <section className="stack">
      <div className="row row-end">
        <h2>{raters.length === 0 ? 'Raters' : ratersTitle(raters.length, agencies)}</h2>
        {may && open && raters.length > 0 && (
          <Button onClick={() => setAdding(true)}>Add a rater</Button>
        )}
      </div>
      <Problems error={renew.error ?? remove.error} />
      {open && agencies > 0 && agencies < leastTogether && (
        <p className="soft">
          Of what fewer than {leastTogether} agencies rate, the report shows only the scores that
          you agree: a figure would tell who said what.
        </p>
      )}
      {raters.length === 0 ? (
        <Empty title="A review needs several points of view">
          <p>
            Invite one or two people from each agency that knows the place: council, police, health,
            charities, faith groups, people with lived experience. From three agencies on, the
            scores carry an interval; from five on, the report can show what they say together.
          </p>
          {may && open ? (
            <div>
              <Button tone="primary" onClick={() => setAdding(true)}>
                Add the first rater
              </Button>
            </div>
          ) : (
            <p>The co-ordinator invites them.</p>
          )}
        </Empty>
      ) : (
        <Table
          caption="Answers are blind until rating closes: this shows how many, never which."
          rows={raters}
          rowKey={({ id }) => id}
          stacks
          columns={[
            {
              title: 'Agency',
              heads: true,
              cell: ({ agency, roleTitle }) => (
                <>
                  {agency}
                  {roleTitle !== '' && <div className="small soft regular">{roleTitle}</div>}
                </>
              ),
            },
            { title: 'Person', cell: ({ name, email }) => personWords(name, email) },
            { title: 'Invited', cell: ({ invitedAt }) => day(invitedAt) },
            {
              title: 'Opened',
              cell: ({ openedAt }) => (openedAt === null ? 'not yet' : day(openedAt)),
            },
            {
              title: 'Answered',
              figure: true,
              cell: ({ answered }) => `${answered} of ${asked}`,
            },
            {
              title: 'Finished',
              cell: ({ finishedAt }) =>
                finishedAt === null ? (
                  'not yet'
                ) : (
                  <span className="tag good">{day(finishedAt)}</span>
                ),
            },
            ...(may && open
              ? [
                  {
                    title: 'Link',
                    cell: (rater: Rater) => (
                      <span className="row tight">
                        <Button
                          tone="quiet"
                          disabled={renew.isPending}
                          onClick={() => renew.mutate(rater)}
                        >
                          New link<span className="unseen"> for {rater.agency}</span>
                        </Button>
                        {rater.answered === 0 && (
                          <Button
                            tone="quiet"
                            disabled={remove.isPending}
                            onClick={() => remove.mutate(rater)}
                          >
                            Remove<span className="unseen"> {rater.agency}</span>
                          </Button>
                        )}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {adding && (
        <AddRater
          at={at}
          agencies={[...new Set(raters.map(({ agency }) => agency))]}
          onClose={() => setAdding(false)}
          onAdded={(fresh) => {
            setAdding(false);
            setLink(fresh);
          }}
        />
      )}
      {link !== null && (
        <LinkDialog
          fresh={link}
          onClose={() => setLink(null)}
          {...(may &&
            open &&
            !link.renewed && {
              onMore: () => {
                setLink(null);
                setAdding(true);
              },
            })}
        />
      )}
    </section>
  );
}

function ratersTitle(raters: number, agencies: number): string {
  const said = `${count(raters, 'rater', 'raters')} from ${count(agencies, 'agency', 'agencies')}`;
  return agencies < 3 ? `${said}; three agencies make an interval possible` : said;
}

function personWords(name: string, email: string | null): string {
  if (name === '') return email ?? '–';
  return email === null ? name : `${name}, ${email}`;
}
