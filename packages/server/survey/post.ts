import { problem } from '@freehold/core/problem';
import type { Work } from '../database/within.ts';
import type { House, Partner } from '../http/house.ts';
import { startJob, type Job } from '../job/run.ts';
import { partnershipOf } from '../partnership/store.ts';
import { linkOf } from './link.ts';
import { surveyMail, type Asking } from './mail.ts';
import { minutesOf, plain } from './shown.ts';
import { renewLink, targetsOf, type KeptTarget } from './targets.ts';
import { waveOf, type KeptWave } from './waves.ts';

export type Letters = 'invite' | 'remind';

/** Sends invitations or reminders in a job: one step a letter, so that it can be watched and stopped. */
export function startLetters(
  house: House,
  partner: Partner,
  wave: KeptWave,
  letters: Letters,
): Promise<string> {
  const title = `${letters === 'invite' ? 'Invitations' : 'Reminders'}: ${wave.title}`;
  return startJob(house, partner, { kind: `survey-${letters}`, title }, async (job) => {
    const begun = await job.within(async (tx) => {
      const targets = await targetsOf(tx, wave.id);
      return {
        due: due(targets, wave, letters, house.ports.clock.now()),
        minutes: minutesOf(wave, targets.length),
        partnership: (await partnershipOf(tx, partner.partnership)).name,
      };
    });
    for (const [at, target] of begun.due.entries()) {
      const { partnership, minutes } = begun;
      const letter = { wave, partnership, minutes, by: partner.name, letters };
      await sendOne(house, job, target, letter, { done: at + 1, total: begun.due.length });
    }
    return { state: 'done', result: null };
  });
}

/**
 * Who gets a letter now. Invitations go to whoever has an address and was never written to; reminders to whoever
 * was, has not finished, and has heard nothing for the wave's interval. [SV-16]
 */
export function due(
  targets: readonly KeptTarget[],
  { remindAfterDays }: Pick<KeptWave, 'remindAfterDays'>,
  letters: Letters,
  now: Date,
): readonly KeptTarget[] {
  const quietSince = now.getTime() - remindAfterDays * 86_400_000;
  return targets.filter(({ email, lastSentAt, finishedAt, cleanUp }) => {
    if (email === null || finishedAt !== null || cleanUp === 'removed' || cleanUp === 'merged')
      return false;
    if (letters === 'invite') return lastSentAt === null;
    return lastSentAt !== null && lastSentAt.getTime() <= quietSince;
  });
}

type Letter = {
  readonly wave: KeptWave;
  readonly partnership: string;
  readonly minutes: number;
  readonly by: string;
  readonly letters: Letters;
};

/** The letter is noted before it leaves: should the machine stop in between, one is lost and none goes twice. */
async function sendOne(
  house: House,
  job: Job,
  target: KeptTarget,
  letter: Letter,
  so: { readonly done: number; readonly total: number },
): Promise<void> {
  let asking: Asking | null = null;
  await job.step(so, async (tx) => {
    asking = await noted(tx, house, target, letter);
  });
  if (asking === null) return;
  try {
    await house.ports.mail.send(surveyMail(asking));
  } catch {
    await job.within((tx) => unnoted(tx, target));
    job.fault(problem('mail-failed', { to: target.label }));
  }
}

/** Null where the wave has closed meanwhile, or another job has written first. */
async function noted(
  tx: Work,
  house: House,
  { id, lastSentAt }: KeptTarget,
  { wave, partnership, minutes, by, letters }: Letter,
): Promise<Asking | null> {
  const now = house.ports.clock.now();
  if ((await waveOf(tx, wave.id, 'share'))?.state !== 'open') return null;
  const target = await tx
    .updateTable('survey_target')
    .set((has) => ({
      last_sent_at: now,
      ...(letters === 'invite' ? { invited_at: now } : { reminders: has('reminders', '+', 1) }),
    }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .where('last_sent_at', lastSentAt === null ? 'is' : '=', lastSentAt)
    .returning([
      'email',
      'contact',
      'label',
      'reminders',
      'link_seed',
      'token_hash',
      'consented_at',
    ])
    .executeTakeFirst();
  if (target === undefined || target.email === null) return null;
  const link = await standingLink(tx, house, id, target);
  return {
    ...{ to: target.email, contact: target.contact, label: target.label, partnership, by, link },
    title: wave.title,
    purpose: plain(wave.instrument, wave.instrument.purpose),
    minutes,
    closesOn: wave.closesOn,
    confidential: wave.instrument.confidential,
    reminder: target.reminders,
    begun: target.consented_at !== null,
  };
}

/** The link that opens the survey now. One that was made under another secret is replaced, or it would open nothing. */
export async function standingLink(
  tx: Work,
  house: House,
  id: string,
  kept: { readonly link_seed: string; readonly token_hash: string },
): Promise<string> {
  const { hash, link } = linkOf(house, kept.link_seed);
  if (hash !== kept.token_hash)
    await renewLink(tx, id, { linkSeed: kept.link_seed, tokenHash: hash });
  return link;
}

async function unnoted(
  tx: Work,
  { id, lastSentAt, invitedAt, reminders }: KeptTarget,
): Promise<void> {
  await tx
    .updateTable('survey_target')
    .set({ last_sent_at: lastSentAt, invited_at: invitedAt, reminders })
    .where('id', '=', id)
    .execute();
}
