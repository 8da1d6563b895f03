import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, stage, type Stage } from '../testing/stage.ts';
import { surveyHands } from '../testing/survey-hands.ts';

let on: Stage;
let hands: ReturnType<typeof surveyHands>;
beforeAll(async () => {
  on = await stage();
  hands = surveyHands(on);
});
afterAll(() => on.house.close());

const five = ['Council', 'Police', 'Health trust', 'Harbour Charity', 'Faith network'];

describe('a relationship survey from invitation to the page back', () => {
  let wave = '';
  let tokens: ReadonlyMap<string, string>;
  const token = (label: string) => tokens.get(label) ?? '';

  test('whom it asks is matched to the directory by name; a dry run keeps nothing', async () => {
    wave = await hands.wave('member-relationships');
    const dry = await hands.ask(wave, five, { dryRun: true });
    expect(await dry.json()).toEqual({ added: 5, already: [], newNames: five });
    expect(await hands.people(wave)).toEqual([]);
    await hands.ask(wave, five);
    const again = await (await hands.ask(wave, ['council', 'Sixth'])).json();
    expect(again).toEqual({ added: 1, already: ['council'], newNames: ['Sixth'] });
    const people = await hands.people(wave);
    const last = people.find(({ label }) => label === 'Sixth');
    expect((await hands.call(`/survey-targets/${last?.id}`, { method: 'DELETE' })).status).toBe(
      200,
    );
    expect(await hands.people(wave)).toHaveLength(5);
  });

  test('[SV-16] invitations go once, reminders never twice within the interval, and with the same link', async () => {
    expect(await codes(await hands.letters(wave, 'invite'))).toEqual(['wave-not-open']);
    await hands.move(wave, 'open');
    on.house.sent.length = 0;
    await hands.letters(wave, 'invite');
    await hands.letters(wave, 'invite');
    expect(on.house.sent.map(({ to }) => to).toSorted()).toEqual([
      'council@example.org',
      'faith.network@example.org',
      'harbour.charity@example.org',
      'health.trust@example.org',
      'police@example.org',
    ]);
    await hands.letters(wave, 'remind');
    expect(on.house.sent).toHaveLength(5);
    tokens = await hands.tokens(wave);
    const mail = on.house.sent.find(({ to }) => to === 'police@example.org');
    expect(mail?.text).toContain(`http://freehold.test/survey/${token('Police')}`);
    // The wave's own page says the same: four others to be asked about, not the usual twenty.
    const own = await (await hands.call(`/survey-waves/${wave}`)).json();
    expect(mail?.text).toContain(`takes about ${own.instrument.minutes} minutes`);
    const changed = {
      title: 'Spring wave',
      closesOn: null,
      remindAfterDays: 1,
      comparesWith: null,
    };
    await hands.call(`/survey-waves/${wave}`, { method: 'PATCH', json: changed });
    expect((await (await hands.call(`/survey-waves/${wave}`)).json()).dueForReminder).toBe(0);
  });

  test('[SV-17] nothing is kept before the consent; then the version is locked', async () => {
    const page = await (await hands.link(token('Police'))).json();
    expect(page.organisations.map(({ name }: { name: string }) => name)).toEqual([
      'Council',
      'Faith network',
      'Harbour Charity',
      'Health trust',
    ]);
    expect(page.respondent).toMatchObject({ label: 'Police', consentedAt: null });
    const early = await hands.answer(token('Police'), 'role', 'Lead');
    expect([early.status, await codes(early)]).toEqual([409, ['consent-first']]);
    expect((await hands.agree(token('Police'))).status).toBe(200);
    const { instruments } = await (await hands.call('/survey-instruments')).json();
    const own = instruments.find(({ code }: { code: string }) => code === 'member-relationships');
    expect(own.state).toBe('locked');
    const change = await hands.call(`/survey-instruments/${own.id}`, {
      method: 'PUT',
      json: page.instrument,
    });
    expect([change.status, await codes(change)]).toEqual([409, ['instrument-locked']]);
  });

  test('answers may arrive twice, late and out of order: the newest typed one is kept', async () => {
    const [police] = [token('Police')];
    const first = await hands.answer(police, 'role', 'Lead', '2026-03-02T09:00:02.000Z');
    expect(await first.json()).toMatchObject({ key: 'role', value: 'Lead' });
    const late = await hands.answer(police, 'role', 'Older', '2026-03-02T09:00:01.000Z');
    expect(await late.json()).toMatchObject({ value: 'Lead', typedAt: '2026-03-02T09:00:02.000Z' });
    const back = await hands.answer(police, 'role', null, '2026-03-02T09:00:03.000Z');
    expect(await back.json()).toMatchObject({ value: null });
    const unknown = await hands.answer(police, 'ties~nowhere~tie', '3');
    expect([unknown.status, await codes(unknown)]).toEqual([404, ['question-unknown']]);
    const own = (await hands.people(wave)).find(({ label }) => label === 'Police')?.organisation;
    expect((await hands.answer(police, `ties~${own}~tie`, '3')).status).toBe(404);
    const council = (await hands.people(wave)).find(
      ({ label }) => label === 'Council',
    )?.organisation;
    const wrong = await hands.answer(police, `ties~${council}~tie`, '9');
    expect([wrong.status, await codes(wrong)]).toEqual([422, ['choice-unknown']]);
  });

  test('everybody answers, the wave closes, and no answer is taken any more', async () => {
    const people = await hands.people(wave);
    for (const { label } of people) {
      await hands.agree(token(label));
      for (const { organisation } of people.filter((each) => each.label !== label)) {
        await hands.answer(
          token(label),
          `ties~${organisation}~tie`,
          '2',
          '2026-03-02T09:10:00.000Z',
        );
        await hands.answer(
          token(label),
          `ties~${organisation}~reliability`,
          '3',
          '2026-03-02T09:10:00.000Z',
        );
      }
      expect((await hands.finish(token(label))).status).toBe(200);
    }
    const open = await (await hands.call(`/survey-waves/${wave}/results`)).json();
    const result = (code: string, from = open) =>
      from.results.find((each: { code: string }) => each.code === code);
    expect(result('tie')).toMatchObject({ asked: 20, n: 20, respondents: 5, spread: { mean: 2 } });
    // [SV-21] While the wave is open, of a confidential question only how many have answered.
    expect(result('reliability')).toMatchObject({ n: 20, suppressed: true, spread: null });
    expect(await codes(await hands.link(token('Police'), '/back'))).toEqual(['wave-still-open']);
    await hands.move(wave, 'closed');
    const shut = await (await hands.call(`/survey-waves/${wave}/results`)).json();
    expect(result('reliability', shut)).toMatchObject({
      n: 20,
      suppressed: false,
      spread: { mean: 3 },
    });
    const after = await hands.answer(token('Police'), 'role', 'Late', '2026-03-02T09:59:00.000Z');
    expect([after.status, await codes(after)]).toEqual([409, ['wave-closed']]);
    expect(await codes(await hands.move(wave, 'open'))).toEqual(['confidential-stays-closed']);
  });

  test('the page back shows what all gave; the CSV holds no confidential answer', async () => {
    const back = await (await hands.link(token('Police'), '/back')).json();
    expect(back).toMatchObject({ respondents: 5, finished: 5, targets: 5 });
    const tie = back.results.find(({ code }: { code: string }) => code === 'tie');
    expect(tie).toMatchObject({ n: 20, spread: { mean: 2 } });
    const file = await hands.call(`/survey-waves/${wave}/answers.csv`, {
      cookie: await on.as('analyst'),
    });
    const text = await file.text();
    expect(text.match(/,tie,/g)).toHaveLength(20);
    expect(text).not.toMatch(/reliability/);
    expect(
      (await hands.call(`/survey-waves/${wave}/answers.csv`, { cookie: await on.as('member') }))
        .status,
    ).toBe(403);
  });

  test('[SV-23] an answer set is removed with a reason only, merged into one that counts, and undone', async () => {
    const [council, charity] = await hands.people(wave);
    const decide = (id: string | undefined, json: object) =>
      hands.call(`/survey-targets/${id}/clean-up`, { json: { into: null, reason: '', ...json } });
    const tied = async () => {
      const { results } = await (await hands.call(`/survey-waves/${wave}/results`)).json();
      const of = (code: string) => results.find((each: { code: string }) => each.code === code);
      return [of('tie').n, of('reliability').n];
    };
    expect(await codes(await decide(council?.id, { to: 'removed' }))).toEqual(['reason-needed']);
    expect(
      await codes(await decide(council?.id, { to: 'merged', reason: 'Same', into: council?.id })),
    ).toEqual(['merge-target-unknown']);
    await decide(council?.id, { to: 'removed', reason: 'Answered for another area' });
    // What was asked in confidence was worked out at the close, and stays.
    expect(await tied()).toEqual([16, 20]);
    expect(
      await codes(await decide(charity?.id, { to: 'merged', reason: 'Same', into: council?.id })),
    ).toEqual(['merge-target-unknown']);
    const undo = () =>
      hands.call(`/survey-targets/${council?.id}/clean-up/undo`, { method: 'POST' });
    expect((await undo()).status).toBe(200);
    expect(await tied()).toEqual([20, 20]);
    expect(await codes(await undo())).toEqual(['nothing-to-undo']);
    await decide(charity?.id, { to: 'merged', reason: 'One body now', into: council?.id });
    const { sets } = await (await hands.call(`/survey-waves/${wave}/clean-up`)).json();
    expect(sets.find(({ target }: { target: string }) => target === charity?.id)).toMatchObject({
      state: 'merged',
      mergedInto: council?.id,
      steps: [{ from: 'waiting', to: 'merged', reason: 'One body now', byName: 'Cora' }],
    });
    await hands.call(`/survey-targets/${charity?.id}/clean-up/undo`, { method: 'POST' });
  });

  test('[SV-24] a second wave says who is new, removed and merged, and what changed', async () => {
    const second = await hands.wave('member-relationships', {
      title: 'Autumn wave',
      comparesWith: wave,
    });
    await hands.ask(second, ['Council', 'Police', 'University']);
    await hands.move(second, 'open');
    const links = await hands.tokens(second);
    const ids = new Map(
      (await hands.people(second)).map(({ label, organisation }) => [label, organisation]),
    );
    for (const [label, each] of links) {
      await hands.agree(each);
      const other = label === 'Council' ? 'Police' : 'Council';
      await hands.answer(each, `ties~${ids.get(other)}~tie`, '4');
    }
    const found = await (
      await hands.call(`/survey-waves/${second}/comparison?with=${wave}`)
    ).json();
    expect(found.both.map((each: { after: { label: string } }) => each.after.label)).toEqual([
      'Council',
      'Police',
    ]);
    expect(found.new.map(({ label }: { label: string }) => label)).toEqual(['University']);
    expect(found.removed.map(({ label }: { label: string }) => label)).toEqual([
      'Faith network',
      'Harbour Charity',
      'Health trust',
    ]);
    const tie = found.changes.find(({ code }: { code: string }) => code === 'tie');
    expect(tie.all.map((each: { n: number }) => each.n)).toEqual([20, 3]);
    expect(
      tie.matched.map((each: { n: number; spread: { mean: number } }) => [
        each.n,
        each.spread.mean,
      ]),
    ).toEqual([
      [8, 2],
      [2, 4],
    ]);
    const trust = found.changes.find(({ code }: { code: string }) => code === 'reliability');
    expect(trust.matched).toBe(null);
  });
});

describe('an instrument of one’s own', () => {
  test('is drafted, checked as a whole, published, and then asks', async () => {
    const { id } = await (
      await hands.call('/survey-instruments', { json: { title: 'Needs of shelters' } })
    ).json();
    const { instrument } = await (await hands.call(`/survey-instruments/${id}`)).json();
    const put = (questions: readonly object[]) =>
      hands.call(`/survey-instruments/${id}`, {
        method: 'PUT',
        json: { ...instrument, sections: [{ ...instrument.sections[0], questions }] },
      });
    const beds = { kind: 'number', code: 'beds', label: { en: 'How many beds?' }, required: true };
    const wrong = await put([{ ...beds, shownIf: '${nothing} > 1' }]);
    expect([wrong.status, await codes(wrong)]).toEqual([422, ['question-unknown']]);
    expect(await codes(await put([{ ...beds, constraint: 'if(1, 2)' }]))).toEqual([
      'function-unknown',
    ]);
    const proof = {
      kind: 'file',
      code: 'proof',
      label: { en: 'Proof' },
      shownIf: '${beds} > 10',
      required: true,
    };
    expect((await put([beds, proof])).status).toBe(200);
    const early = await hands.call('/survey-waves', {
      json: { title: 'W', closesOn: null, remindAfterDays: 7, comparesWith: null, instrument: id },
    });
    expect(await codes(early)).toEqual(['not-published']);
    await hands.call(`/survey-instruments/${id}/publish`, { method: 'POST' });
    expect(await codes(await put([beds]))).toEqual(['instrument-published']);
    const copy = await (await hands.call('/survey-instruments', { json: { copyOf: id } })).json();
    expect(await (await hands.call(`/survey-instruments/${copy.id}`)).json()).toMatchObject({
      version: 2,
      state: 'draft',
    });
    expect((await hands.call(`/survey-instruments/${copy.id}`, { method: 'DELETE' })).status).toBe(
      200,
    );

    const wave = await hands.wave(id);
    await hands.ask(wave, ['Shelter one']);
    await hands.move(wave, 'open');
    const [token = ''] = [...(await hands.tokens(wave)).values()];
    await hands.agree(token);
    const needed = await hands.finish(token);
    expect([needed.status, await codes(needed)]).toEqual([422, ['answer-needed']]);
    await hands.answer(token, 'beds', 12);
    expect(await codes(await hands.finish(token))).toEqual(['answer-needed']);
    const send = (name: string, body: string) =>
      hands.link(token, '/answers/proof/files', {
        body,
        headers: { 'x-file-name': name, 'content-type': 'application/octet-stream' },
      });
    expect((await send('page.pdf', '<html>')).status).toBe(422);
    const { id: file } = await (await send('note.txt', 'Twelve beds.')).json();
    expect(await (await hands.link(token, `/files/${file}`)).text()).toBe('Twelve beds.');
    expect((await hands.finish(token)).status).toBe(200);
    expect((await hands.link(token, `/files/${file}`, { method: 'DELETE' })).status).toBe(200);
    // A wave without confidential questions may be opened again.
    await hands.move(wave, 'closed');
    expect((await hands.move(wave, 'open')).status).toBe(200);
  });

  test('a new link stops the old one', async () => {
    const wave = await hands.wave('set-up-check');
    await hands.ask(wave, ['Council']);
    const [{ id } = { id: '' }] = await hands.people(wave);
    const old = (await hands.tokens(wave)).get('Council') ?? '';
    const { link } = await (
      await hands.call(`/survey-targets/${id}/link`, { json: { renew: true } })
    ).json();
    expect((await hands.link(old)).status).toBe(404);
    expect(
      (await on.house.call(link.replace('http://freehold.test/survey', '/api/survey'))).status,
    ).toBe(200);
    expect(await codes(await hands.agree(link.split('/survey/')[1]))).toEqual(['wave-not-open']);
  });
});

const forms = new URL('../../../../shared/data/', import.meta.url);
describe.skipIf(!existsSync(forms))('XLSForms (skipped without ../shared/data)', () => {
  const bring = async (path: string, keep: 'yes' | 'no' = 'no') => {
    const answer = await hands.call(`/survey-instruments/import?keep=${keep}`, {
      body: new Uint8Array(readFileSync(new URL(path, forms))),
      headers: {
        'x-file-name': path.split('/').at(-1) ?? '',
        'content-type': 'application/octet-stream',
      },
    });
    return answer.json();
  };
  const kinds = (form: {
    instrument: { sections: { questions: { kind: string; code: string }[] }[] };
  }) =>
    form.instrument.sections.flatMap(({ questions }) =>
      questions.map(({ kind, code }) => `${kind} ${code}`),
    );

  test('the trafficking case form imports with its 31 questions; three rows are named as left out', async () => {
    const form = await bring('htcds/htcds_xlsform.xlsx');
    const asked = kinds(form);
    expect(asked).toHaveLength(31);
    expect(
      Object.fromEntries(
        ['text', 'date', 'single', 'multiple'].map((kind) => [
          kind,
          asked.filter((each) => each.startsWith(kind)).length,
        ]),
      ),
    ).toEqual({
      // Counted in the sheet by hand: 18 text, 2 date, 6 select_one, 5 select_multiple.
      ...{ text: 18, date: 2, single: 6, multiple: 5 },
    });
    const left = form.notes.filter(({ code }: { code: string }) => /left-out/.test(code));
    expect(
      left.map(
        ({ where }: { where: { sheet: string; row: number } }) => `${where.sheet} ${where.row}`,
      ),
    ).toEqual(['settings 2', 'survey 2', 'survey 3', 'survey 35']);
    expect(form.notes.some(({ code }: { code: string }) => code === 'asks-about-a-person')).toBe(
      true,
    );
  });

  test.each([
    ['case_insensitivity.xlsx', ['single q1'], ['sheet-left-out', 'type-left-out']],
    ['choice_filter_test.xlsx', ['single state', 'single county', 'single city'], []],
    [
      'group.xlsx',
      ['text family_name', 'text phone_number', 'number age'],
      ['read-as-text', 'asks-about-a-person'],
    ],
    [
      'loop.xlsx',
      [
        ...['multiple available_toilet_types', 'text available_toilet_types_other'],
        ...['pit_latrine_with_slab', 'open_pit_latrine', 'bucket_system'].map(
          (code) => `number loop_toilet_types_${code}_number`,
        ),
      ],
      [],
    ],
    [
      'or_other.xlsx',
      ['single fav_color', 'text fav_color_other', 'single fav_pastel'],
      ['name-read-as-text'],
    ],
  ])('%s imports with the right questions', async (name, questions, notes) => {
    const form = await bring(`xlsform/${name}`);
    expect(kinds(form)).toEqual(questions);
    expect([...new Set(form.notes.map(({ code }: { code: string }) => code))]).toEqual(notes);
  });

  test('[SV-31] a form with two columns of one name is refused with its reason', async () => {
    const form = await bring('xlsform/duplicate_columns.xlsx', 'yes');
    expect(form).toMatchObject({
      id: null,
      instrument: null,
      problems: [{ code: 'column-twice', where: { sheet: 'survey', row: 1, column: 'label' } }],
    });
  });

  test('one that is kept is a draft with its languages', async () => {
    const { id } = await bring('xlsform/group.xlsx', 'yes');
    const kept = await (await hands.call(`/survey-instruments/${id}`)).json();
    expect(kept).toMatchObject({
      state: 'draft',
      instrument: { code: 'group', languages: [{ code: 'en' }] },
    });
  });
});

test('what is no workbook is refused', async () => {
  const answer = await hands.call('/survey-instruments/import?keep=no', {
    body: 'type,name',
    headers: { 'x-file-name': 'a.xlsx', 'content-type': 'application/octet-stream' },
  });
  expect([answer.status, await codes(answer)]).toEqual([422, ['not-a-zip']]);
});
