/** Puts something of a partnership's into every table of the comparison room; results are shared elsewhere. */
export async function fillComparison(
  send: (rest: string, json: unknown, method?: string) => Promise<string>,
  marker: string,
): Promise<void> {
  await send(
    '/neighbour-definition',
    { yardsticks: [{ code: `${marker}measure`, weight: 1 }] },
    'PUT',
  );
  await send(
    '/learning-contact',
    { agreed: true, mailbox: `${marker}@role.example.org`, offer: `${marker} offer` },
    'PUT',
  );
}
