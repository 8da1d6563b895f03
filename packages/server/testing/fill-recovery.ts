type Send = (rest: string, json: unknown, method?: string) => Promise<string>;

/** Puts something of a partnership's into every table of statements, the scorecard, remedy and recovery. */
export async function fillRecovery(
  send: Send,
  marker: string,
): Promise<
  Readonly<
    Record<
      'statement' | 'statementStep' | 'diligenceCount' | 'recoveryFile' | 'barrier',
      readonly string[]
    >
  >
> {
  const { statement, step } = await statementOf(send, marker);
  const scored = { year: 2025, section: 'victims', level: 2, version: 0 };
  const link = `https://${marker}.example.org/pathway`;
  await send('/scorecard', { ...scored, evidence: `${marker} evidence`, link }, 'PUT');
  const counted = { measure: 'trained-staff', year: 2025, quarter: 0, n: 40, outOf: 90 };
  const said = { source: `${marker} register`, note: `${marker} note` };
  const count = await send('/diligence-counts', { ...counted, ...said }, 'PUT');
  const source = `${marker} advice centre`;
  const claims = `year,route,outcome,stage,represented,n\n2025,tribunal,awarded,paid,yes,40\n`;
  const outcomes = `year,outcome,point,rater,answer,n\n2025,housing,entry,survivor,met,40\n`;
  const files = [
    await send('/recovery-files', { kind: 'claims', text: claims, source }),
    await send('/recovery-files', { kind: 'outcomes', text: outcomes, source }),
  ];
  const barrier = await send('/barriers', {
    ...{ title: `${marker} barrier`, detail: `${marker} detail`, route: 'tribunal' },
    ...{ affects: `${marker} workers`, ownerOrganisation: `${marker} owner` },
    ...{ ownerRole: `${marker} role`, asks: `${marker} asks`, status: 'left' },
    ...{ reason: `${marker} reason`, seenOn: '2025-02-01' },
  });
  return {
    ...{ statement: [statement], statementStep: [step], diligenceCount: [count] },
    ...{ recoveryFile: files, barrier: [barrier] },
  };
}

async function statementOf(send: Send, marker: string) {
  const organisation = `${marker} company`;
  const statement = await send('/statements', { organisation, yearEnd: '2025-03-31' });
  const at = `/statements/${statement}`;
  await send(`${at}/text`, { area: 'risk', written: `${marker} risks`, version: 0 }, 'PUT');
  const answer = { item: 'risk.1.1', answer: 'yes', note: `${marker} note` };
  await send(`${at}/answers`, answer, 'PUT');
  const step = await send(`${at}/steps`, {
    ...{ area: 'risk', what: `${marker} step`, ownerRole: `${marker} role`, dueOn: null },
  });
  return { statement, step };
}
