import type { Message } from '../ports.ts';

/** The message that asks a colleague in. */
export function invitation(about: {
  readonly to: string;
  readonly name: string;
  readonly partnership: string;
  readonly by: string;
  readonly link: string;
}): Message {
  return {
    to: about.to,
    subject: `You have been invited to ${oneLine(about.partnership)}`,
    text: [
      `Hello ${about.name},`,
      `${about.by} has invited you to ${about.partnership} on Freehold, where the partnership reviews its place and plans its work.`,
      `Sign in here:\n${about.link}`,
      'The link works once, within a day. If you did not expect this message, you can leave it unanswered: nothing happens without the link.',
    ].join('\n\n'),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
