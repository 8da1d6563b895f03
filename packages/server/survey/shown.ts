import type { z } from '@hono/zod-openapi';
import { estimatedMinutes, questionsOf, say, type Instrument } from '@freehold/core/survey';
import { shippedInstruments } from '@freehold/core/survey/shipped';
import { asksInConfidence } from './frozen.ts';
import type { InstrumentLine, TargetShown, WaveLine } from './shapes.ts';
import type { KeptInstrument } from './instruments.ts';
import type { KeptTarget } from './targets.ts';
import type { KeptWave } from './waves.ts';

/** A text of an instrument in its own first language. */
export function plain(instrument: Instrument, words: Instrument['title']): string {
  return say(
    words,
    instrument.languages.map(({ code }) => code),
  );
}

/** Every version that is kept, then the shipped instruments that have not been used yet. */
export function instrumentLines(kept: readonly KeptInstrument[]): z.infer<typeof InstrumentLine>[] {
  const used = new Set(kept.filter(({ shipped }) => shipped).map(({ code }) => code));
  return [
    ...kept.map(({ id, version, state, shipped, changedAt, content }) => ({
      ...{ id, version, state, shipped, changedAt: changedAt.toISOString() },
      ...aboutInstrument(content),
    })),
    ...shippedInstruments
      .filter(({ code }) => !used.has(code))
      .map((content) => ({
        ...{ id: null, version: null, state: 'published' as const, shipped: true, changedAt: null },
        ...aboutInstrument(content),
      })),
  ];
}

function aboutInstrument(content: Instrument) {
  return {
    code: content.code,
    title: plain(content, content.title),
    purpose: plain(content, content.purpose),
    questions: questionsOf(content).filter(({ question }) => question.kind !== 'note').length,
    minutes: estimatedMinutes(content),
    confidential: content.confidential,
    languages: content.languages.map(({ name }) => name),
  };
}

type Counts = { readonly targets: number; readonly begun: number; readonly finished: number };

export function waveLine(wave: KeptWave, counts: Counts): z.infer<typeof WaveLine> {
  const { id, title, state, closesOn, instrument, version, instrumentId } = wave;
  return {
    ...{ id, title, state, closesOn },
    openedAt: wave.openedAt?.toISOString() ?? null,
    closedAt: wave.closedAt?.toISOString() ?? null,
    madeAt: wave.madeAt.toISOString(),
    instrument: {
      id: instrumentId,
      code: instrument.code,
      version,
      title: plain(instrument, instrument.title),
      confidential: asksInConfidence(instrument),
      minutes: minutesOf(wave, counts.targets),
    },
    targets: counts.targets,
    begun: counts.begun,
    finished: counts.finished,
  };
}

/** About how many minutes a wave takes a respondent, who is asked about the others on its list. */
export function minutesOf({ instrument }: Pick<KeptWave, 'instrument'>, targets: number): number {
  return estimatedMinutes(instrument, Math.max(1, targets - 1));
}

export function countsOf(targets: readonly KeptTarget[]): Counts {
  return {
    targets: targets.length,
    begun: targets.filter(({ consentedAt }) => consentedAt !== null).length,
    finished: targets.filter(({ finishedAt }) => finishedAt !== null).length,
  };
}

export function targetShown(
  target: KeptTarget,
  answered: number,
  whole: boolean,
): z.infer<typeof TargetShown> {
  const { id, label, organisation, listed, language, reminders, cleanUp, mergedInto } = target;
  const at = (when: Date | null) => when?.toISOString() ?? null;
  return {
    ...{ id, label, organisation, listed, language, reminders, cleanUp, mergedInto, answered },
    contact: whole ? target.contact : null,
    email: whole ? target.email : null,
    invitedAt: at(target.invitedAt),
    lastSentAt: at(target.lastSentAt),
    openedAt: at(target.openedAt),
    consentedAt: at(target.consentedAt),
    finishedAt: at(target.finishedAt),
  };
}
