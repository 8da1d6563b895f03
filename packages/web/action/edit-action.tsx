import { queries } from '../api.ts';
import { Button } from '../parts/button.tsx';
import { Problems } from '../parts/problems.tsx';
import type { PlaceAt } from '../plan/plan.ts';
import { actionLabels, fieldsOf } from './action-fields.ts';
import { ActionForm } from './action-form.tsx';
import { actionQuery, actionsChanged, changeAction, type Action } from './calls.ts';
import { Clashes } from './clashes.tsx';
import { useVersioned } from './versioned.ts';
import { writtenWords } from './words.ts';

/** Changes an action; what somebody else wrote meanwhile is shown, and nothing typed is lost. */
export function EditAction({
  at,
  action,
  onEnd,
}: {
  at: PlaceAt;
  action: Action;
  onEnd: () => void;
}) {
  const form = useVersioned({
    start: { version: action.version, fields: fieldsOf(action) },
    save: async ({ change, version }) => {
      await changeAction(at.partnership, { id: action.id, version }, change);
      await actionsChanged();
      onEnd();
    },
    fresh: async () => {
      const query = actionQuery(at.partnership, action.id);
      const { action: now } = await queries.fetchQuery({ ...query, staleTime: 0 });
      return { version: now.version, fields: fieldsOf(now) };
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
      <ActionForm at={at} fields={form.fields} set={form.set} />
      <Clashes
        clashes={form.clashes}
        labels={actionLabels}
        theirs={(field) => writtenWords(form.theirs(field))}
        onTake={form.takeTheirs}
      />
      {form.clashes.length === 0 && <Problems error={form.error} />}
      <div className="row">
        <Button tone="primary" type="submit" disabled={form.isSaving}>
          Save
        </Button>
        <Button onClick={onEnd}>Leave it as it was</Button>
      </div>
    </form>
  );
}
