import { useMutation, useQuery } from '@tanstack/react-query';
import { queries } from '../api.ts';
import { Problems } from '../parts/problems.tsx';
import { Tick } from '../parts/tick.tsx';
import { count, day, moment } from '../words.ts';
import { remindersQuery, sayWants } from './calls.ts';

/** What was sent to whom, and whether one wants any oneself. */
export function Reminders({ partnership }: { partnership: string }) {
  const query = remindersQuery(partnership);
  const { data, error } = useQuery(query);
  const choose = useMutation({
    mutationFn: (wants: boolean) => sayWants(partnership, wants),
    onSuccess: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (data === undefined) return <Problems error={error} />;
  const { sent, wants } = data;
  return (
    <details className="method reminders">
      <summary>
        Reminders: {sent.length === 0 ? 'none sent yet' : count(sent.length, 'sent', 'sent')}
      </summary>
      <p>
        One message goes out two weeks before an action is due, and one when it is overdue: to the
        owner’s mailbox, or to the member who owns it. Never twice for the same day.
      </p>
      <Tick
        words="Remind me of actions that I own"
        on={choose.isPending ? choose.variables : wants}
        onChange={(next) => choose.mutate(next)}
      />
      <Problems error={choose.error} />
      {sent.length > 0 && (
        <ul className="sent">
          {sent.map((each) => (
            <li key={each.id}>
              <SentLine {...each} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

type Sent = Awaited<
  ReturnType<NonNullable<ReturnType<typeof remindersQuery>['queryFn']>>
>['sent'][number];

/** "Due 3 May 2026: Two beds · sent 19 Apr 2026, 06:00 to housing@…" */
export function SentLine({ kind, dueOn, title, to, mine, sentAt }: Omit<Sent, 'id'>) {
  const whom = mine ? 'to you' : to === null ? 'to the owner' : `to ${to}`;
  const when =
    sentAt === null ? 'asked for, not known whether it went out' : `sent ${moment(sentAt)}`;
  return (
    <>
      {kind === 'overdue' ? 'Overdue since' : 'Due'} {day(dueOn)}: {title}
      <span className="soft">
        {' '}
        · {when} {whom}
      </span>
    </>
  );
}
