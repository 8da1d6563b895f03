import { asInstallation, within } from '../database/within.ts';
import { faultLine } from '../http/fault.ts';
import type { House } from '../http/house.ts';
import { reminderMail } from './mail.ts';
import { claim, settle, type Claimed } from './reminder-store.ts';

type Sender = Pick<House, 'database' | 'ports'> & {
  readonly config: Pick<House['config'], 'address'>;
};

/**
 * Sends every reminder that is due and was not sent before, and gives how many went out. What cannot be sent is tried
 * again the next time. A made-up partnership sends nothing.
 */
export async function remind(house: Sender): Promise<number> {
  const partnerships = await asInstallation(house.database, (tx) =>
    tx.selectFrom('partnership').where('made_up', '=', false).select('id').orderBy('id').execute(),
  );
  let sent = 0;
  for (const { id } of partnerships) sent += await remindIn(house, id);
  return sent;
}

async function remindIn(house: Sender, partnership: string): Promise<number> {
  const { database, ports, config } = house;
  const actor = { person: null, rater: null, partnership };
  const claimed = await within(database, actor, (tx) => claim(tx, partnership, ports.clock.now()));
  const sent: string[] = [];
  const failed: string[] = [];
  for (const each of claimed) {
    const went = await send(house, reminderMail(each, config.address, partnership), each);
    (went ? sent : failed).push(each.id);
  }
  if (claimed.length > 0)
    await within(database, actor, (tx) => settle(tx, { sent, failed, now: ports.clock.now() }));
  return sent.length;
}

async function send(
  { ports }: Sender,
  message: ReturnType<typeof reminderMail>,
  { id }: Claimed,
): Promise<boolean> {
  try {
    await ports.mail.send(message);
    return true;
  } catch (error) {
    console.error(`reminder ${id} not sent: ${faultLine(error)}`);
    return false;
  }
}

export type Reminding = {
  /** Sends what is due, and waits for it. */
  readonly look: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const every = 60 * 60 * 1000;

/** Looks once a day, and once at the start; asks every hour whether it is another day. */
export function keepReminding(house: Sender): Reminding {
  let looked = '';
  let looking: Promise<void> = Promise.resolve();
  const lookOnce = async () => {
    const today = house.ports.clock.now().toISOString().slice(0, 10);
    if (looked === today) return;
    try {
      await remind(house);
      looked = today;
    } catch (error) {
      // A fault here must not end the server; in an hour it is tried again.
      console.error(`reminders not sent: ${faultLine(error)}`);
    }
  };
  const look = () => (looking = looking.then(lookOnce));
  const timer = setInterval(() => void look(), every).unref();
  void look();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}
