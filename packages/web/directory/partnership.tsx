import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { mayEditPlace } from '@freehold/core/access';
import { got } from '../api.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Problems } from '../parts/problems.tsx';
import { usePartnership } from '../session/session.ts';
import { count, day, list, percent } from '../words.ts';
import { directoryChanged, room, wholeQuery, type WholeListed } from './calls.ts';
import { Facts } from './facts.tsx';
import { PartnersFrame } from './frame.tsx';
import { History } from './history.tsx';
import { Members } from './members.tsx';
import { Structure } from './structure.tsx';
import { dueWords, questionWords, statusWords } from './words.ts';
import type { Question } from '@freehold/core/directory';

/** One partnership of the directory: its profile, members, structure, what is due, and its history. */
export function ListedPartnership() {
  const { partnership, listed } = useParams({ from: '/p/$partnership/partners/$listed' });
  const { data, error } = useQuery(wholeQuery(partnership, listed));
  const mine = usePartnership(partnership);
  const may = mine !== null && mayEditPlace(mine.role);
  const part = useMutation({
    mutationFn: (id: string) =>
      got(room.partnerships[':listed'].part.$post({ param: { partnership, listed: id } })),
    onSuccess: () => directoryChanged(partnership),
  });
  return (
    <PartnersFrame
      partnership={partnership}
      here={data?.listed.name ?? 'Partnership'}
      title={data === undefined ? 'Partnership' : titleFor(data)}
      action={
        may ? (
          <Link
            className={buttonClass('primary')}
            to="/p/$partnership/partners/$listed/edit"
            params={{ partnership, listed }}
          >
            Change the profile
          </Link>
        ) : undefined
      }
      error={error ?? part.error}
      ready={data !== undefined}
    >
      {data !== undefined && (
        <>
          <Standing partnership={partnership} data={data} may={may} />
          <Facts profile={data.listed.profile} />
          <Members partnership={partnership} listed={listed} members={data.members} may={may} />
          <Structure partnership={partnership} data={data} />
          <History
            lines={data.history}
            merged={data.merged}
            onPart={may ? (id) => part.mutate(id) : null}
          />
        </>
      )}
    </PartnersFrame>
  );
}

function titleFor({ listed, members }: WholeListed): string {
  return `${listed.name}: ${count(members.length, 'member', 'members')}, ${percent(listed.completeness.answered / listed.completeness.asked)} of its profile answered`;
}

function Standing({
  partnership,
  data,
  may,
}: {
  partnership: string;
  data: WholeListed;
  may: boolean;
}) {
  const { listed, due } = data;
  const { verifiedOn, verifiedBy, stale, completeness, profile } = listed;
  const areas = profile.areas.map(({ name }) => name);
  return (
    <section className="stack">
      <p>
        {statusWords(profile.status)}
        {areas.length > 0 && ` · ${list(areas)}`} ·{' '}
        {verifiedOn === null
          ? 'never verified'
          : `verified on ${day(verifiedOn)} by ${verifiedBy}${stale ? ', more than 12 months ago' : ''}`}
      </p>
      {may && <Verify partnership={partnership} listed={listed.id} />}
      {due.length > 0 && (
        <Notice tone="warn" title="Due within three months">
          <ul>
            {due.map((each) => (
              <li key={`${each.what} ${each.title}`}>{dueWords(each)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {completeness.open.length > 0 && (
        <p className="small soft">
          Not answered yet:{' '}
          {list(completeness.open.map((each) => questionWords[each as Question] ?? each))}.
        </p>
      )}
      {listed.cleanUp > 0 && (
        <p className="small">
          <Link to="/p/$partnership/partners/clean-up" params={{ partnership }}>
            {count(listed.cleanUp, 'thing waits', 'things wait')} to be cleaned up
          </Link>
        </p>
      )}
    </section>
  );
}

function Verify({ partnership, listed }: { partnership: string; listed: string }) {
  const [by, setBy] = useState('');
  const verify = useMutation({
    mutationFn: () =>
      got(
        room.partnerships[':listed'].verify.$post({
          param: { partnership, listed },
          json: { by, on: new Date().toISOString().slice(0, 10) },
        }),
      ),
    onSuccess: () => directoryChanged(partnership),
  });
  return (
    <details>
      <summary className="small">Everything here is right today</summary>
      <Problems error={verify.error} />
      <form
        className="row ways"
        onSubmit={(event) => {
          event.preventDefault();
          verify.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="verified-by">Who has looked (a role is best)</label>
          <input
            id="verified-by"
            className="input"
            value={by}
            maxLength={200}
            required
            onChange={(event) => setBy(event.target.value)}
          />
        </div>
        <Button type="submit" disabled={verify.isPending || by.trim() === ''}>
          Note it
        </Button>
      </form>
    </details>
  );
}
