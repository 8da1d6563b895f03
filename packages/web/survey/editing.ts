import { Leaf, type Instrument, type Question } from '@freehold/core/survey';

// Changes of a draft, each giving a new one.

type At = { readonly section: number; readonly question: number };

export function changeSection(
  instrument: Instrument,
  at: number,
  change: Partial<Instrument['sections'][number]>,
): Instrument {
  return {
    ...instrument,
    sections: instrument.sections.map((each, index) =>
      index === at ? { ...each, ...change } : each,
    ),
  };
}

export function changeQuestion(instrument: Instrument, at: At, question: Question): Instrument {
  const questions = instrument.sections[at.section]?.questions ?? [];
  return changeSection(instrument, at.section, {
    questions: questions.map((each, index) => (index === at.question ? question : each)),
  });
}

export function removeQuestion(instrument: Instrument, at: At): Instrument {
  const questions = instrument.sections[at.section]?.questions ?? [];
  return changeSection(instrument, at.section, {
    questions: questions.filter((_, index) => index !== at.question),
  });
}

/** One place up or down within its section; at the ends nothing changes. */
export function moveQuestion(instrument: Instrument, at: At, by: 1 | -1): Instrument {
  const questions = [...(instrument.sections[at.section]?.questions ?? [])];
  const [moved] = questions.splice(at.question, 1);
  const to = at.question + by;
  if (moved === undefined || to < 0 || to > questions.length) return instrument;
  questions.splice(to, 0, moved);
  return changeSection(instrument, at.section, { questions });
}

export const plainKinds = [
  'text',
  'number',
  'date',
  'single',
  'multiple',
  'rating',
  'file',
  'note',
] as const;
export type PlainKind = (typeof plainKinds)[number];

/** A new question at the end of a section, with a list of choices of its own where its kind needs one. */
export function addQuestion(instrument: Instrument, section: number, kind: PlainKind): Instrument {
  const taken = new Set(
    instrument.sections.flatMap(({ questions }) =>
      questions.flatMap((each) => [
        each.code,
        ...(each.kind === 'roster' ? each.questions.map(({ code }) => code) : []),
      ]),
    ),
  );
  let n = taken.size + 1;
  while (taken.has(`q${n}`)) n += 1;
  const code = `q${n}`;
  const chooses = kind === 'single' || kind === 'multiple' || kind === 'rating';
  const [first] = instrument.languages;
  const language = first?.code ?? 'en';
  const question = Leaf.parse({
    ...{ kind, code, label: { [language]: '' } },
    ...(chooses && { list: `${code}-choices` }),
  });
  const questions = [...(instrument.sections[section]?.questions ?? []), question];
  const added = changeSection(instrument, section, { questions });
  return chooses
    ? {
        ...added,
        lists: [
          ...added.lists,
          {
            code: `${code}-choices`,
            choices: ['1', '2'].map((each) => ({
              code: each,
              label: { [language]: '' },
              attributes: {},
            })),
          },
        ],
      }
    : added;
}

export function addSection(instrument: Instrument): Instrument {
  const n = instrument.sections.length + 1;
  const [first] = instrument.languages;
  return {
    ...instrument,
    sections: [
      ...instrument.sections,
      {
        code: `section-${n}`,
        title: { [first?.code ?? 'en']: `Section ${n}` },
        intro: {},
        shownIf: '',
        questions: [],
      },
    ],
  };
}

/** The choices of a list from lines, "code, text in the language"; other languages keep their texts. */
export function choicesFromLines(
  instrument: Instrument,
  list: string,
  lines: string,
  language: string,
): Instrument {
  return {
    ...instrument,
    lists: instrument.lists.map((each) =>
      each.code !== list
        ? each
        : {
            ...each,
            choices: lines.split('\n').flatMap((line) => {
              const [code = '', ...text] = line.split(',');
              const before = each.choices.find((choice) => choice.code === code.trim());
              return code.trim() === ''
                ? []
                : [
                    {
                      code: code.trim().replace(/[\s~]+/g, '-'),
                      label: { ...before?.label, [language]: text.join(',').trim() },
                      attributes: before?.attributes ?? {},
                    },
                  ];
            }),
          },
    ),
  };
}
