import { useQuery } from '@tanstack/react-query';
import { actionsQuery } from '../action/calls.ts';
import { LinkTicks } from '../plan/link-ticks.tsx';
import { gapsQuery } from '../plan/plan.ts';
import { portfolioQuery } from './calls.ts';
import type { Part } from './form.tsx';
import { Section } from './form-section.tsx';

/** What it answers, what it rests on, and what is being done for it. */
export function Links({ at, fields, set }: Part) {
  const gaps = useQuery(gapsQuery(at));
  const actions = useQuery(actionsQuery(at));
  const known = useQuery(portfolioQuery(at.partnership));
  const offered = (gaps.data?.gaps ?? []).filter(
    ({ id, status }) => status === 'kept' || fields.gaps.includes(id),
  );
  const claims = (known.data?.claims ?? []).filter(
    ({ id, types }) => types.includes(fields.type) || fields.claims.includes(id),
  );
  return (
    <Section legend="What it answers and rests on">
      <LinkTicks
        legend="Gaps it answers"
        items={offered}
        chosen={fields.gaps}
        onChange={(chosen) => set({ gaps: chosen })}
      />
      <LinkTicks
        legend="Claims of the register about this type"
        items={claims.map(({ id, statement: title }) => ({ id, title }))}
        chosen={fields.claims}
        onChange={(chosen) => set({ claims: chosen })}
      />
      <LinkTicks
        legend="Theories of change it belongs to"
        items={known.data?.theories ?? []}
        chosen={fields.theoryNodes}
        onChange={(chosen) => set({ theoryNodes: chosen })}
      />
      <LinkTicks
        legend="Actions that bring it about"
        items={actions.data?.actions ?? []}
        chosen={fields.actions}
        onChange={(chosen) => set({ actions: chosen })}
      />
    </Section>
  );
}
