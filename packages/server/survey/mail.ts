import type { Message } from '../ports.ts';

export type Asking = {
  readonly to: string;
  readonly contact: string;
  readonly label: string;
  readonly title: string;
  readonly purpose: string;
  readonly partnership: string;
  readonly by: string;
  readonly link: string;
  readonly minutes: number;
  readonly closesOn: string | null;
  readonly confidential: boolean;
  /** 0 for the invitation. */
  readonly reminder: number;
  /** Somebody has begun with this link. */
  readonly begun: boolean;
};

/** The message that asks somebody to answer a survey, or reminds them. */
export function surveyMail(about: Asking): Message {
  const { to, contact, title, partnership, by, link, minutes, reminder } = about;
  return {
    to,
    subject: oneLine(reminder === 0 ? `Please answer: ${title}` : `A reminder: ${title}`),
    text: [
      contact === '' ? 'Hello,' : `Hello ${contact},`,
      opening(about),
      ...(about.purpose === '' ? [] : [about.purpose]),
      `Your own link:\n${link}`,
      `It needs no account and takes about ${minutes} minutes. Answers are saved as you give them; with the same link you can go on later, also on another device.`,
      about.confidential
        ? 'Nobody is shown a single answer. Before the first question it says what becomes of them.'
        : 'Before the first question it says what becomes of your answers.',
      ...(about.closesOn === null ? [] : [`Please answer by ${day(about.closesOn)}.`]),
      `Please keep the link to yourself: whoever has it can answer for you. If you would rather not answer, you need do nothing.\n\n${by}, ${partnership}`,
    ].join('\n\n'),
  };
}

function opening({ partnership, by, label, reminder, begun }: Asking): string {
  if (reminder === 0)
    return `${by} asks you, for ${partnership}, to answer some questions about ${label}.`;
  return begun
    ? `You have begun to answer for ${label}; thank you. Some questions are still open.`
    : `Some time ago we asked you to answer some questions about ${label}. It is not too late.`;
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
