import {
  oneVoice,
  trustParts,
  valueParts,
  type Relationship,
  type RelationshipWave,
} from '@freehold/core/partnership';
import { questionsOf, rosterAnswers, type Answers, type Instrument } from '@freehold/core/survey';
import type { Work } from '../database/within.ts';
import { everyAnswerSet, type TargetAnswers } from '../survey/answers.ts';
import { rosterOf } from '../survey/index.ts';
import { targetsOf } from '../survey/targets.ts';
import type { KeptWave } from '../survey/index.ts';

/** Whether an instrument asks about relationships: a roster of organisations with the question `tie`. */
export function asksRelationships(instrument: Instrument): boolean {
  return rosterIn(instrument) !== null;
}

/** A wave as core reads it, by what it was at its close and as it stands. */
export type BothWaves = {
  /** Over everybody who finished, whatever became of their answers since: for what is confidential. [SV-21] */
  readonly atClose: RelationshipWave;
  /** Without those whose answers were taken out: for ties, which are shown with names. */
  readonly now: RelationshipWave;
};

/** Both readings of a wave, of those who finished. Five statements. */
export async function relationshipWaves(tx: Work, wave: KeptWave): Promise<BothWaves> {
  const code = rosterIn(wave.instrument) ?? '';
  const targets = await targetsOf(tx, wave.id);
  const finished = (await everyAnswerSet(tx, wave.id)).filter(hasFinished);
  const organisations = await rosterOf(tx, wave.id);
  const standing = finished.filter(({ cleanUp }) => cleanUp === 'waiting' || cleanUp === 'kept');
  return {
    atClose: waveFrom(organisations, targets, finished, code),
    now: waveFrom(organisations, targets, standing, code),
  };
}

function waveFrom(
  organisations: readonly { readonly id: string }[],
  targets: readonly { readonly organisation: string | null }[],
  finished: readonly TargetAnswers[],
  roster: string,
): RelationshipWave {
  const known = new Set(organisations.map(({ id }) => id));
  const there = (all: readonly { readonly organisation: string | null }[]) => [
    ...new Set(all.flatMap(({ organisation }) => organisation ?? []).filter((id) => known.has(id))),
  ];
  return {
    roster: [...known],
    asked: there(targets),
    answered: there(finished),
    relationships: oneVoice(
      finished.flatMap(({ organisation, answers }) =>
        organisation === null ? [] : relationshipsIn(organisation, answers, roster, known),
      ),
    ),
  };
}

/** What one respondent said of every organisation in the roster. */
function relationshipsIn(
  from: string,
  answers: Answers,
  roster: string,
  known: ReadonlySet<string>,
): readonly Relationship[] {
  return [...rosterAnswers(answers, roster)]
    .filter(([to]) => known.has(to))
    .map(([to, given]) => {
      const number = (code: string) => numberIn(given[code]);
      const [reliability, mission, openness] = trustParts.map(number);
      const [influence, resources, involvement] = valueParts.map(number);
      return {
        ...{ from, to, tie: number('tie') },
        parts: {
          ...{ reliability: reliability ?? null, mission: mission ?? null },
          ...{ openness: openness ?? null, influence: influence ?? null },
          ...{ resources: resources ?? null, involvement: involvement ?? null },
        },
      };
    });
}

function rosterIn(instrument: Instrument): string | null {
  const tie = questionsOf(instrument).find(({ question }) => question.code === 'tie');
  return tie?.roster?.code ?? null;
}

function hasFinished({ finishedAt }: TargetAnswers): boolean {
  return finishedAt !== null;
}

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
