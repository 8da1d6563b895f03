/** Text that a browser may keep outside of its memory. */
export function csvBlob(text: string): Blob {
  return new Blob([text], { type: 'text/csv' });
}

export function jsonBlob(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
}
