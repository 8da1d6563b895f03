declare const brand: unique symbol;

/** A number or text that must not be mixed with others of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A part of a whole, 0 to 1. */
export type Share = Brand<number, 'Share'>;

/** A place's standing on a topic or indicator, 0 to 4; 4 is best. */
export type Score = Brand<number, 'Score'>;

/** @throws RangeError outside 0 to 1. */
export function share(value: number): Share {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`share must be within 0 to 1, got ${value}`);
  return value as Share;
}

/** @throws RangeError outside 0 to 4. */
export function score(value: number): Score {
  if (!(value >= 0 && value <= 4))
    throw new RangeError(`score must be within 0 to 4, got ${value}`);
  return value as Score;
}
