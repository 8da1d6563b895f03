import { z } from 'zod';
import type { Cell } from '../framework/index.ts';
import type { Problem } from '../problem.ts';
import type { Records } from '../table/index.ts';
import { checkedTable, tableOf, type CheckedRow, type Column } from './checked-table.ts';
import { Intervention, type InterventionType, type Principle } from './intervention.ts';
import { layerWords, sixCWords, timingWords, wordsOfPathways } from './said.ts';

/** What a table may name: types by code or label, and places by name or code, in small letters. */
export type Named = {
  readonly types: readonly InterventionType[];
  readonly places: ReadonlyMap<string, string>;
};

/**
 * Reads interventions, one a row. Pathways and timings go by their code or either label, places by name or code.
 * A type or a place that nobody knows is `type-unknown`, `place-unknown`; every problem has its row and column. [PV-10]
 */
export function interventionsFrom(
  table: Records,
  named: Named,
): {
  readonly rows: readonly CheckedRow<Intervention>[];
  readonly problems: readonly Problem[];
} {
  return checkedTable(table, columns(named), Row);
}

/** Interventions as a table with its header, as `interventionsFrom` reads it; places by their name. */
export function interventionTable(
  interventions: readonly Intervention[],
  placeName: (id: string) => string,
): readonly (readonly Cell[])[] {
  const rows = interventions.map((each) => ({
    ...each,
    places: each.places.map(placeName),
    principles: each.principles.map(principleSaid),
  }));
  return tableOf(columns({ types: [], places: new Map() }), rows);
}

/** Those that are not there already: one of the same name, type and first day is. [PV-10] */
export function newOnes(
  rows: readonly CheckedRow<Intervention>[],
  there: readonly Intervention[],
): readonly CheckedRow<Intervention>[] {
  const seen = new Set(there.map(keyOf));
  return rows.filter(({ value }) => {
    const key = keyOf(value);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

function keyOf({ name, type, startsOn }: Intervention): string {
  return JSON.stringify([name.trim().toLowerCase(), type, startsOn]);
}

function columns({ types, places }: Named): readonly Column[] {
  const byName = types.flatMap(({ code, label }): [string, string][] => [
    [code, code],
    [label.toLowerCase(), code],
  ]);
  return [
    { field: 'name', title: 'name', form: 'text', needed: true },
    {
      ...{ field: 'type', title: 'type', form: 'text', needed: true },
      ...{ words: new Map(byName), unknown: 'type-unknown' },
    },
    { field: 'pathways', title: 'pathways', form: 'list', words: wordsOfPathways, needed: true },
    { field: 'timing', title: 'timing', form: 'list', words: timingWords, needed: true },
    { field: 'status', title: 'status', form: 'choice' },
    { field: 'level', title: 'level', form: 'text' },
    { field: 'layer', title: 'layer', form: 'choice', words: layerWords },
    { field: 'sixCs', title: 'six cs', form: 'choices', words: sixCWords },
    { field: 'lead', title: 'lead', form: 'text' },
    { field: 'partners', title: 'partners', form: 'list' },
    { field: 'places', title: 'places', form: 'list', words: places, unknown: 'place-unknown' },
    { field: 'exploitation', title: 'exploitation', form: 'text' },
    { field: 'people', title: 'people', form: 'text' },
    { field: 'startsOn', title: 'starts on', form: 'text' },
    { field: 'endsOn', title: 'ends on', form: 'text' },
    { field: 'budget', title: 'budget', form: 'number' },
    { field: 'currency', title: 'currency', form: 'text' },
    { field: 'funder', title: 'funder', form: 'text' },
    { field: 'reachTarget', title: 'reach target', form: 'number' },
    { field: 'reachActual', title: 'reach so far', form: 'number' },
    { field: 'principles', title: 'principles', form: 'list' },
    { field: 'risksOfHarm', title: 'risks of harm', form: 'text' },
    { field: 'evaluation', title: 'evaluation', form: 'text' },
    { field: 'evaluationSms', title: 'evaluation maryland', form: 'number' },
    { field: 'indicators', title: 'indicators', form: 'list' },
    { field: 'gaps', title: 'gaps', form: 'list' },
    { field: 'claims', title: 'claims', form: 'list' },
    { field: 'theoryNodes', title: 'theories', form: 'list' },
    { field: 'actions', title: 'actions', form: 'list' },
    { field: 'endedWhy', title: 'ended because', form: 'text' },
    { field: 'note', title: 'note', form: 'text' },
  ];
}

const Principles = z.looseObject({ principles: z.array(z.string()) });

/** A row as it was read, with its principles taken apart. */
const Row = z.preprocess((row) => {
  const { success, data } = Principles.safeParse(row);
  return success ? { ...data, principles: data.principles.map(principleIn) } : row;
}, Intervention);

/** "It is culturally competent = yes (translated by a survivor group)"; what nobody has answered is "not said". */
function principleSaid({ title, met, note }: Principle): string {
  const said = met === null ? 'not said' : met ? 'yes' : 'no';
  return `${title} = ${said}${note === '' ? '' : ` (${note})`}`;
}

function principleIn(written: string): Principle {
  const match = /^(.*?)\s*=\s*(yes|no|not said)(?:\s*\((.*)\))?$/is.exec(written.trim());
  const [, title = written.trim(), said = '', note = ''] = match ?? [];
  const answer = said.toLowerCase();
  return { title, met: answer === 'yes' ? true : answer === 'no' ? false : null, note };
}
