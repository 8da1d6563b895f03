import { createRoute, z } from '@hono/zod-openapi';
import { mayDecideActions, mayEditPlace, mayNoteProgress } from '@freehold/core/access';
import { Id } from '@freehold/core/id';
import { problem } from '@freehold/core/problem';
import { within } from '../database/within.ts';
import { jsonBody } from '../http/body.ts';
import { router, type House, type Partner } from '../http/house.ts';
import { answers, refuse } from '../http/problem.ts';
import { sent } from '../http/sent.ts';
import { knownPlace } from '../review/at.ts';
import { statusOf } from '../review/status.ts';
import { partnerOnly } from '../session/guard.ts';
import { add, change, decide } from './change.ts';
import { addNote, notesOf, type KeptNote } from './note-store.ts';
import { remindersOf } from './reminder-store.ts';
import { Reminder, shownReminder } from './reminder-shapes.ts';
import { Action, ActionChange, NewAction, NewNote, Note, RagDecision } from './shapes.ts';
import { shownAction } from './shown.ts';
import { actionOf, actionsOf, dayOf } from './store.ts';

const partnership = z.object({ partnership: z.string() });
const atPlace = partnership.extend({ place: Id });
const atAction = partnership.extend({ action: Id });
const tags = ['Actions'];

function declared(house: House) {
  const middleware = partnerOnly(house);
  return {
    list: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/places/{place}/actions',
      summary: 'What a place does about its gaps, by due day',
      tags,
      middleware,
      request: { params: atPlace },
      responses: answers(z.object({ actions: z.array(Action) }), 'The actions by due day'),
    }),
    add: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/places/{place}/actions',
      summary: 'Add an action',
      tags,
      middleware,
      request: { params: atPlace, ...jsonBody(NewAction) },
      responses: answers(Action, 'The action'),
    }),
    show: createRoute({
      method: 'get',
      path: '/partnerships/{partnership}/actions/{action}',
      summary: 'An action with every note, and the reminders that were sent',
      tags,
      middleware,
      request: { params: atAction },
      responses: answers(
        z.object({ action: Action, notes: z.array(Note), reminders: z.array(Reminder) }),
        'The action; notes and reminders newest first',
      ),
    }),
    change: createRoute({
      method: 'patch',
      path: '/partnerships/{partnership}/actions/{action}',
      summary: 'Change an action, remove it, or bring it back',
      description:
        'Refused with `changed-meanwhile` where somebody else has changed the same field since `version`.',
      tags,
      middleware,
      request: { params: atAction, ...jsonBody(ActionChange) },
      responses: answers(Action, 'The action as it is now'),
    }),
    decide: createRoute({
      method: 'put',
      path: '/partnerships/{partnership}/actions/{action}/rag',
      summary: 'Say with a reason how an action stands; null goes back to what the rule proposes',
      tags,
      middleware,
      request: { params: atAction, ...jsonBody(RagDecision) },
      responses: answers(Action, 'The action as it is now'),
    }),
    note: createRoute({
      method: 'post',
      path: '/partnerships/{partnership}/actions/{action}/notes',
      summary: 'Note how an action goes; a note is never changed',
      tags,
      middleware,
      request: { params: atAction, ...jsonBody(NewNote) },
      responses: answers(Note, 'The note'),
    }),
  };
}

export function actionRoutes(house: House) {
  const route = declared(house);
  const { clock } = house.ports;
  const seenBy = ({ role }: Partner) => ({
    today: dayOf(clock.now()),
    mayEdit: mayEditPlace(role),
  });
  return router()
    .openapi(route.list, async (c) => {
      const partner = c.get('partner');
      const { place } = c.req.valid('param');
      const actions = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place)) ? actionsOf(tx, place) : null,
      );
      if (actions === null) return refuse(c, 404, [problem('not-found')]);
      return c.json({ actions: actions.map((each) => shownAction(each, seenBy(partner))) }, 200);
    })
    .openapi(route.add, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { place } = c.req.valid('param');
      const done = await within(house.database, partner, async (tx) =>
        (await knownPlace(tx, place))
          ? add(tx, partner, place, c.req.valid('json'), clock.now())
          : null,
      );
      if (done === null) return refuse(c, 404, [problem('not-found')]);
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownAction(done.value, seenBy(partner)), 200);
    })
    .openapi(route.show, async (c) => {
      const partner = c.get('partner');
      const { action: id } = c.req.valid('param');
      const found = await within(house.database, partner, async (tx) => {
        const action = await actionOf(tx, id);
        if (action === null) return null;
        return { action, notes: await notesOf(tx, id), reminders: await remindersOf(tx, [id]) };
      });
      if (found === null) return refuse(c, 404, [problem('not-found')]);
      const { action, notes, reminders } = found;
      const shown = {
        action: shownAction(action, seenBy(partner)),
        notes: notes.map(shownNote),
        reminders: reminders.map((each) => shownReminder(each, partner)),
      };
      return c.json(shown, 200);
    })
    .openapi(route.change, async (c) => {
      const partner = c.get('partner');
      if (!mayEditPlace(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { version, ...asked } = c.req.valid('json');
      const done = await within(house.database, partner, (tx) =>
        change(
          tx,
          partner,
          c.req.valid('param').action,
          { version, change: sent(asked) },
          clock.now(),
        ),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownAction(done.value, seenBy(partner)), 200);
    })
    .openapi(route.decide, async (c) => {
      const partner = c.get('partner');
      if (!mayDecideActions(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const done = await within(house.database, partner, (tx) =>
        decide(tx, partner, c.req.valid('param').action, c.req.valid('json'), clock.now()),
      );
      if (!done.ok) return refuse(c, statusOf(done.problems), done.problems);
      return c.json(shownAction(done.value, seenBy(partner)), 200);
    })
    .openapi(route.note, async (c) => {
      const partner = c.get('partner');
      if (!mayNoteProgress(partner.role)) return refuse(c, 403, [problem('not-allowed')]);
      const { action } = c.req.valid('param');
      const note = await within(house.database, partner, async (tx) =>
        (await actionOf(tx, action)) === null
          ? null
          : addNote(
              tx,
              { ...partner, action },
              { text: c.req.valid('json').text, byName: partner.name, at: clock.now() },
            ),
      );
      if (note === null) return refuse(c, 404, [problem('not-found')]);
      return c.json(shownNote(note), 200);
    });
}

function shownNote({ at, ...note }: KeptNote): z.infer<typeof Note> {
  return { ...note, at: at.toISOString() };
}
