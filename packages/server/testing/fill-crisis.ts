type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts a crisis that is active, with a board, a count and a finding, into a partnership, and gives the ids. */
export async function fillCrisis(
  send: Send,
  { marker, place }: { readonly marker: string; readonly place: string },
): Promise<Readonly<Record<'crisis' | 'crisisItem', readonly string[]>>> {
  const crisis = await send(`/places/${place}/crises`, {
    ...{
      title: `${marker} crisis`,
      type: 'economic',
      phase: 'acute',
      startsOn: null,
      endsOn: null,
    },
    ...{ source: `${marker} source`, sourceUrl: `https://${marker}.example.org/` },
    ...{ triggerRule: `${marker} rule`, affected: `${marker} people`, irregular: `${marker} some` },
  });
  const item = (content: object) => send(`/crises/${crisis}/items`, { content });
  const action = await item({
    ...{ kind: 'action', title: `${marker} action`, practice: '', route: `${marker} route` },
    ...{ ownerOrganisation: `${marker} owner`, ownerRole: `${marker} role`, dueAfterHours: 4 },
    ...{ checks: [], status: 'planned', note: `${marker} note` },
  });
  const contact = await item({
    ...{ kind: 'contact', organisation: `${marker} organisation`, role: `${marker} duty` },
    ...{ mailbox: `${marker}@example.org`, telephone: '', calledBy: null, acknowledged: false },
  });
  await send(`/crises/${crisis}/move`, { to: 'active' });
  await send(`/crises/${crisis}/counts`, { day: '2026-03-02', concerns: 7, again: null }, 'PUT');
  const finding = await item({
    ...{ kind: 'finding', helped: 'helped', says: `${marker} finding`, forWhom: `${marker} group` },
    ...{ practice: '', claim: null, gap: null, action: null },
  });
  return { crisis: [crisis], crisisItem: [finding, action, contact] };
}
