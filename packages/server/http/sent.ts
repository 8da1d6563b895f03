type Sent<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields of a change that were sent: a field left out is not the same as a field emptied. */
export function sent<T extends object>(change: T): Sent<T> {
  const whole: Sent<T> = {};
  for (const key of keysOf(change)) if (isThere(change[key])) whole[key] = change[key];
  return whole;
}

function keysOf<T extends object>(value: T): readonly (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in value) keys.push(key);
  return keys;
}

function isThere<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
