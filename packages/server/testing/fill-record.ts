type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts something of a partnership's into every table of what is on record, and gives the ids. */
export async function fillRecord(
  send: Send,
  { marker, place, gap }: { readonly marker: string; readonly place: string; readonly gap: string },
): Promise<Readonly<Record<'risk' | 'decision' | 'input' | 'issue', readonly string[]>>> {
  const risk = await send(`/places/${place}/risks`, {
    ...{ title: `${marker} risk`, description: `${marker} description`, likelihood: 3, impact: 3 },
    ...{ mitigation: `${marker} mitigation`, ownerOrganisation: `${marker} owner` },
    ...{ ownerRole: `${marker} role`, reviewOn: '2026-05-01', stage: 'diagnose' },
    ...{ topics: [marker], gaps: [gap] },
  });
  const taken = {
    ...{
      question: `${marker} question`,
      reasons: `${marker} reasons`,
      outcome: `${marker} outcome`,
    },
    options: [{ option: `${marker} option`, weighed: `${marker} weighed` }],
    ...{ takenByOrganisation: `${marker} board`, takenByRole: `${marker} chair` },
    ...{ decidedOn: '2026-02-01', reviewOn: null, stage: null, gaps: [gap], actions: [] },
  };
  const decision = await send(`/places/${place}/decisions`, taken);
  const correction = { ...taken, correction: `${marker} correction` };
  const corrected = await send(`/decisions/${decision}/correct`, correction);
  const input = await send(`/places/${place}/survivor-input`, {
    ...{ channel: 'group', theme: `${marker} theme`, summary: `${marker} summary` },
    ...{ people: '5-9', changed: `${marker} changed`, actions: [], stage: 'change' },
    receivedOn: '2026-02-01',
  });
  return {
    risk: [risk],
    decision: [corrected, decision],
    input: [input],
    issue: [await profile(send, { marker, place })],
  };
}

async function profile(
  send: Send,
  { marker, place }: { readonly marker: string; readonly place: string },
): Promise<string> {
  const at = `/places/${place}/problem-profile`;
  await send(at, { title: `${marker} profile`, marking: 'official' }, 'PUT');
  const part = { part: 'aim', written: `${marker} aim`, state: 'ready', version: 0 };
  await send(`${at}/part`, part, 'PUT');
  const annual = { year: 2025, part: 'contact', written: `${marker} contact`, version: 0 };
  await send(`/places/${place}/reports/annual/texts`, annual, 'PUT');
  return send(`${at}/issues`, { note: `${marker} note` });
}
