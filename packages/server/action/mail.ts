import type { Message } from '../ports.ts';
import type { Claimed } from './reminder-store.ts';

/** The message that reminds an action's owner. */
export function reminderMail(about: Claimed, address: string, partnershipId: string): Message {
  const { to, name, title, place, partnership, ownerRole, kind, dueOn } = about;
  const link = `${address}/p/${partnershipId}/plan/actions/${about.action}`;
  const late = kind === 'overdue';
  const hello = name !== '' ? name : ownerRole;
  return {
    to,
    subject: oneLine(late ? `Overdue: ${title}` : `Due ${day(dueOn)}: ${title}`),
    text: [
      hello === '' ? 'Hello,' : `Hello ${oneLine(hello)},`,
      late
        ? `“${title}” in the plan for ${place} was due on ${day(dueOn)}, and nobody has marked it done.`
        : `“${title}” in the plan for ${place} is due on ${day(dueOn)}.`,
      'A line about how it goes helps the others; so does a new due day, where the old one no longer fits:',
      link,
      `${partnership} sends one such message before a due day and one after it, never more. To have none, switch reminders off for this action, or for yourself under Plan, Actions; or ask the co-ordinator.`,
    ].join('\n\n'),
  };
}

function day(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
