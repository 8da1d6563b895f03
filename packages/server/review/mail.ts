import type { Message } from '../ports.ts';

export type AskedToRate = {
  readonly to: string;
  readonly name: string;
  readonly agency: string;
  readonly place: string;
  readonly title: string;
  readonly partnership: string;
  readonly by: string;
  readonly link: string;
  readonly questions: number;
  readonly open: boolean;
  readonly closesOn: string | null;
};

/** The message that asks somebody to rate. */
export function ratingMail(about: AskedToRate): Message {
  const { name, agency, place, title, partnership, by, link, questions } = about;
  return {
    to: about.to,
    subject: `Your view is asked for: ${oneLine(title)}`,
    text: [
      name === '' ? 'Hello,' : `Hello ${name},`,
      `${partnership} is looking at how well ${place} can prevent modern slavery, find it and help people recover. ${by} asks you to answer for ${agency}.`,
      `Your own link:\n${link}`,
      `It needs no account. There are ${questions} questions; most people take about ${minutes(questions)} minutes. Answers are saved as you type, so you can stop and come back.`,
      'Nobody sees your answers before the round closes, not even the co-ordinator, who sees only how many questions you have answered. Afterwards the agencies look at all the answers together, each with the agency and the role it came from.',
      when(about),
      'Please keep the link to yourself: whoever has it can answer for you.',
    ].join('\n\n'),
  };
}

function when({ open, closesOn }: AskedToRate): string {
  const until = closesOn === null ? '' : ` Please answer by ${day(closesOn)}.`;
  return open ? `The round is open now.${until}` : `The round is not open yet.${until}`;
}

/** A minute a question, in steps of ten: 30 for the Starter. */
function minutes(questions: number): number {
  return Math.max(10, Math.ceil(questions / 10) * 10);
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
