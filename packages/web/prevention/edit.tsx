import { Clashes } from '../action/clashes.tsx';
import { useVersioned } from '../action/versioned.ts';
import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import {
  changeIntervention,
  interventionQuery,
  preventionChanged,
  type Intervention,
  type TypeList,
} from './calls.ts';
import { fieldsOf, labels } from './fields.ts';
import { InterventionForm } from './form.tsx';

/** Changes an intervention; what somebody else wrote meanwhile is shown, and nothing typed is lost. */
export function Edit({
  at,
  list,
  intervention,
  onEnd,
}: {
  at: PlaceAt;
  list: TypeList;
  intervention: Intervention;
  onEnd: () => void;
}) {
  const { partnership } = at;
  const form = useVersioned({
    start: { version: intervention.version, fields: fieldsOf(intervention) },
    save: async ({ change, version }) => {
      await changeIntervention(partnership, { id: intervention.id, version }, change);
      await preventionChanged();
      onEnd();
    },
    fresh: async () => {
      const now = await queries.fetchQuery({
        ...interventionQuery(partnership, intervention.id),
        staleTime: 0,
      });
      return { version: now.intervention.version, fields: fieldsOf(now.intervention) };
    },
  });
  return (
    <form
      className="stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <Clashes
        clashes={form.clashes}
        labels={labels}
        theirs={(field) => saidOf(form.theirs(field))}
        onTake={form.takeTheirs}
      />
      <InterventionForm {...{ at, list }} fields={form.fields} set={form.set} />
      {form.clashes.length === 0 && <Problems error={form.error} />}
      <div className="row">
        <Button tone="primary" type="submit" disabled={form.isSaving}>
          Save
        </Button>
        <Button onClick={onEnd}>Not now</Button>
      </div>
    </form>
  );
}

function saidOf(value: unknown): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value)
    ? value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(', ')
    : JSON.stringify(value);
}
