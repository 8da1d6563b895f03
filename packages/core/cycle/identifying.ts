import { problem, type Problem } from '../problem.ts';

/** What a text may give away about one person. */
export type Identifying =
  'e-mail' | 'phone' | 'full-date' | 'national-insurance-number' | 'postcode';

/**
 * What in a text could lead to one person: at most one of each kind, in the order above. [SV-2]
 *
 * It finds what has a form: e-mail addresses, phone numbers of nine or more digits, days of a year, National
 * Insurance numbers and full postcodes. It cannot find names: people are reminded of those.
 */
export function identifying(text: string): readonly { kind: Identifying; found: string }[] {
  return forms.flatMap(([kind, form]) => {
    const found = form.exec(text)?.[0].trim();
    return found === undefined ? [] : [{ kind, found }];
  });
}

/** One problem for each identifying detail, at the field that holds it. Problem: `identifying-detail`. [SV-2] */
export function identifyingProblems(
  fields: Readonly<Record<string, string | undefined>>,
): readonly Problem[] {
  return Object.entries(fields).flatMap(([path, text = '']) =>
    identifying(text).map((detail) => problem('identifying-detail', detail, { path })),
  );
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ordinal = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

const forms: readonly (readonly [Identifying, RegExp])[] = [
  ['e-mail', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u],
  // Nine digits or more, however they are grouped; years and amounts have fewer.
  ['phone', /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().-]{0,2}\d){8,14}(?![\p{L}\p{N}])/u],
  [
    'full-date',
    new RegExp(
      String.raw`\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|${ordinal}(?: of)? ${month},? \d{4}|${month} ${ordinal},? \d{4})\b`,
      'i',
    ),
  ],
  ['national-insurance-number', /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i],
  // In capitals only: "T2 1st" is no postcode.
  ['postcode', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/],
];
