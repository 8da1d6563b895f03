import { problem, type Problem } from '../problem.ts';
import { columnsOf, sheetNames, type Form } from './exchange.ts';
import { shortened, type Row } from './exchange-rows.ts';

/** Turns a problem's path into the sheet, row and column that the value came from. */
export function located(found: Problem, places: ReadonlyMap<string, Row>): Problem {
  const steps = (found.where?.path ?? '').split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const row = places.get(steps.slice(0, length).join('.'));
    if (row !== undefined) return inRow(found, row, steps[length] ?? 'code');
  }
  return inFramework(found, places.get(''), steps[0] ?? '');
}

/** Gives a rule of the schema that has no code of its own the name that the schema wrote into it. */
export function named(found: Problem): Problem {
  const { rule, note } = found.details ?? {};
  if (found.code !== 'not-valid' || rule !== 'custom') return found;
  return problem(String(note), {}, found.where);
}

function inFramework(found: Problem, row: Row | undefined, field: string): Problem {
  const sheet = sheetNames.find((name) => name === field);
  if (sheet !== undefined && sheet !== 'framework') {
    const { least = null, most = null } = found.details ?? {};
    return found.code === 'too-big'
      ? problem('too-many-rows', { most }, { sheet })
      : problem('too-few-rows', { least }, { sheet });
  }
  if (row !== undefined) return inRow(found, row, field);
  return problem('missing-value', {}, { sheet: 'framework', column: titleOf('framework', field) });
}

function inRow(found: Problem, row: Row, field: string): Problem {
  const form = columnsOf[row.sheet].find(([each]) => each === field)?.[2];
  const childless = { topics: 'level-without-topics', indicators: 'topic-without-indicators' }[
    field
  ];
  const column = titleOf(row.sheet, form === undefined ? 'code' : field);
  const where = { sheet: row.sheet, row: row.row, column };
  const written = row.written[field] ?? '';
  if (childless !== undefined) return problem(childless, { code: row.written.code ?? '' }, where);
  if (written === '' && found.code !== 'not-one-of' && found.code !== 'repeated-code')
    return problem('missing-value', {}, where);
  return { ...worded(found, written, form), where };
}

function worded(found: Problem, written: string, form: Form | undefined): Problem {
  const details = { ...found.details, found: shortened(written) };
  const isRule = found.code === 'not-valid' && found.details?.rule === 'custom';
  if (isRule) return problem(String(found.details?.note), { found: shortened(written) });
  if (found.code === 'not-valid' && form === 'code') return problem('not-a-code', details);
  if (found.code === 'wrong-type' && form === 'number')
    return problem('not-a-whole-number', details);
  if (found.code === 'too-big' && found.details?.of === 'string')
    return problem('too-long', { most: found.details.most ?? null, length: written.length });
  return problem(found.code, details);
}

function titleOf(sheet: Row['sheet'], field: string): string {
  return columnsOf[sheet].find(([each]) => each === field)?.[1] ?? field;
}
