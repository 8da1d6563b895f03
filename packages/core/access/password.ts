import { problem, type Problem } from '../problem.ts';
import listed from './common-passwords.json' with { type: 'json' };

export const leastPassword = 12;
export const longestPassword = 200;

/**
 * What is wrong with a password, all at once; empty when it may be used. Length counts, not signs: three random
 * words are fine. `own` are words that somebody who knows the person would try first: name, e-mail, "freehold".
 *
 * Refused: fewer than 12 characters or more than 200; one character or a short piece over and over; a run along the
 * alphabet or the keyboard; a common password, also with digits or signs around it or in place of letters; the
 * person's own name or e-mail with little around it.
 *
 * Source: NCSC, Password administration for system owners; NIST SP 800-63B section 3.1.1.2.
 */
export function passwordProblems(
  password: string,
  own: readonly string[] = [],
): readonly Problem[] {
  const length = Array.from(password).length;
  const found: Problem[] = [];
  if (length < leastPassword) found.push(problem('password-too-short', { least: leastPassword }));
  if (length > longestPassword) found.push(problem('password-too-long', { most: longestPassword }));
  if (length >= leastPassword && (isRepeated(password) || isRun(password))) {
    found.push(problem('password-pattern'));
  }
  if (isCommon(password)) found.push(problem('password-common'));
  if (own.some((word) => leansOn(password, word))) found.push(problem('password-own-name'));
  return found;
}

/** Made of one piece of at most four characters, over and over. */
function isRepeated(password: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(password) || new Set(password.toLowerCase()).size <= 4;
}

/** Mostly a walk along the alphabet, the digits or a row of the keyboard, forwards or backwards. */
function isRun(password: string): boolean {
  const text = password.toLowerCase();
  let steps = 0;
  for (let i = 1; i < text.length; i += 1) {
    const pair = text.slice(i - 1, i + 1);
    if (rows.some((row) => row.includes(pair))) steps += 1;
  }
  return steps >= (text.length - 1) * 0.7;
}

const walks = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const rows = walks.flatMap((walk) => [walk, Array.from(walk).reverse().join('')]);

/** A common password, or one repeated, with digits and signs stripped from its ends or put in place of letters. */
function isCommon(password: string): boolean {
  const bare = plain(password);
  const pieces = [1, 2, 3].map((times) => bare.slice(0, bare.length / times));
  return pieces.some((piece, at) => piece.repeat(at + 1) === bare && common().has(piece));
}

/** Letters only, lower case, with the usual signs read as letters; digits at the ends are dropped. */
function plain(password: string): string {
  return password
    .toLowerCase()
    .replace(/^[^a-z]+|[^a-z@$]+$/g, '')
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/7/g, 't')
    .replace(/[^a-z]/g, '');
}

/** Little is left when the words of `own` are taken out. */
function leansOn(password: string, own: string): boolean {
  const text = password.toLowerCase();
  const words = own
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4 && text.includes(word));
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return words.length > 0 && Array.from(left).length < 8;
}

/** The commonest passwords by their letters, and what people of this field would think of. */
function common(): ReadonlySet<string> {
  known ??= new Set(`${listed.words} ${ofTheField}`.split(/\s+/).filter((word) => word.length > 3));
  return known;
}

// Split when first asked for: pages that only ask who may do what do not carry the list.
let known: ReadonlySet<string> | null = null;

const ofTheField = `password passwort passphrase letmein welcome welcomeback qwerty qwertyuiop qwertyqwerty iloveyou monkey dragon
  football baseball superman batman sunshine princess master shadow michael jordan liverpool arsenal chelsea
  manchester england london administrator admin changeme changemenow trustno one trustnoone secret topsecret
  computer internet samsung iphone google facebook starwars pokemon charlie daniel jessica thomas summer winter
  autumn spring january february december monday friday council police charity partnership freehold slavery
  antislavery modernslavery safeguarding temporary default guest testtest letmeinplease mypassword newpassword
  password password passwordpassword correcthorsebatterystaple thisisapassword abcdefghijkl`;
