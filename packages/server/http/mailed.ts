import type { Mail, Message } from '../ports.ts';
import { faultLine } from './fault.ts';

/**
 * Sends a message about something that is kept already. When the mail server is away nothing is undone: false, and
 * a line in the log that names neither the message nor whom it was for.
 */
export async function mailed(mail: Mail, message: Message): Promise<boolean> {
  try {
    await mail.send(message);
    return true;
  } catch (error) {
    console.error(`mail not sent\n${faultLine(error)}`);
    return false;
  }
}
