import type { Right } from '@freehold/core/access';

/** What a route asks of whoever calls it: a right in the partnership, or one of the doors outside partnerships. */
export type Asks = Right | Door;
export type Door = 'anybody' | 'signed-in' | 'link';

/**
 * What every route asks. `docs/roles.md` is written from it, and a test holds each route to it: a role without
 * the right is refused, and a route that is not named here is found.
 */
export const asked: Readonly<Record<string, Asks>> = {
  'GET /api/session': 'anybody',
  'DELETE /api/session': 'anybody',
  'POST /api/session/link': 'anybody',
  'GET /api/session/ways': 'anybody',
  'POST /api/session/example': 'anybody',
  'GET /api/me': 'signed-in',
  'PUT /api/me': 'signed-in',
  'PUT /api/me/password': 'signed-in',
  'POST /api/partnerships': 'signed-in',

  ...inPartnership({
    'GET ': 'read',
    'PUT ': 'coordinate',
    'GET /people': 'read',
    'POST /people': 'coordinate',
    'GET /audit': 'read',
    'GET /audit.csv': 'read-audit',

    'GET /frameworks': 'read',
    'POST /frameworks/import': 'coordinate',
    'GET /framework-versions/{version}': 'read',
    'DELETE /framework-versions/{version}': 'coordinate',
    'POST /framework-versions/{version}/publish': 'coordinate',
    'POST /framework-versions/{version}/retire': 'coordinate',
    'GET /framework-versions/{version}/export': 'read',
    'GET /framework-mappings': 'read',
    'PUT /framework-mappings': 'coordinate',

    'GET /places': 'read',
    'POST /places': 'edit',
    'GET /places/{place}': 'read',
    'PUT /home-place': 'coordinate',
    'GET /places/{place}/boundary': 'read',
    'GET /boundaries': 'read',
    'GET /places/{place}/home': 'read',
    'GET /measures': 'read',
    'GET /data-sets': 'read',
    'GET /places/{place}/measures': 'read',
    'GET /places/{place}/series': 'read',
    'GET /places/{place}/position': 'read',
    'POST /files': 'edit',
    'POST /data/preview': 'edit',
    'POST /data/check': 'edit',
    'POST /data/import': 'edit',
    'POST /places/check': 'edit',
    'POST /places/import': 'edit',
    'GET /mappings': 'read',
    'PUT /mappings/{code}': 'edit',
    'GET /jobs': 'read',
    'GET /jobs/{job}': 'read',
    'POST /jobs/{job}/cancel': 'edit',
    'GET /jobs/{job}/errors.csv': 'read',

    'GET /reviews': 'read',
    'POST /reviews': 'coordinate',
    'GET /reviews/{review}': 'read',
    'POST /reviews/{review}/move': 'move',
    'POST /reviews/{review}/raters': 'coordinate',
    'POST /raters/{rater}/link': 'coordinate',
    'DELETE /raters/{rater}': 'coordinate',
    'GET /reviews/{review}/agreeing': 'follow',
    'PUT /reviews/{review}/agreed/{indicator}': 'agree',
    'DELETE /reviews/{review}/agreed/{indicator}': 'agree',
    'GET /reviews/{review}/profile': 'follow',
    'GET /reviews/{review}/report': 'follow',
    'GET /reviews/{review}/visibility': 'read',
    'PUT /reviews/{review}/visibility': 'share',
    'GET /evidence/{file}': 'see-ratings',
    'GET /reviews/{review}/priorities': 'follow',
    'PUT /reviews/{review}/priorities/{gap}': 'weigh',
    'PUT /reviews/{review}/priorities-order': 'weigh',
    'GET /places/{place}/gaps': 'read',
    'POST /places/{place}/gaps': 'edit',
    'PATCH /gaps/{gap}': 'edit',
    'POST /reviews/{review}/gaps/propose': 'edit',
    'GET /places/{place}/assets': 'read',
    'POST /places/{place}/assets': 'edit',
    'PATCH /assets/{asset}': 'edit',
    'GET /places/{place}/actions': 'read',
    'GET /places/{place}/actions.csv': 'read',
    'POST /places/{place}/actions': 'edit',
    'GET /actions/{action}': 'read',
    'PATCH /actions/{action}': 'edit',
    'PUT /actions/{action}/rag': 'decide-action',
    'POST /actions/{action}/notes': 'note-progress',
    'GET /reminders': 'read',
    'PUT /reminders': 'read',
    'GET /places/{place}/targets': 'read',
    'POST /places/{place}/targets': 'edit',
    'PATCH /targets/{target}': 'edit',
    'GET /places/{place}/risks': 'read',
    'POST /places/{place}/risks': 'record',
    'PATCH /risks/{risk}': 'record',
    'GET /places/{place}/decisions': 'read',
    'POST /places/{place}/decisions': 'record',
    'POST /decisions/{decision}/correct': 'record',
    'GET /places/{place}/survivor-input': 'read',
    'POST /places/{place}/survivor-input': 'hear',
    'PATCH /survivor-input/{input}': 'hear',

    'GET /directory/partnerships': 'read',
    'POST /directory/partnerships': 'edit',
    'GET /directory/partnerships/{listed}': 'read',
    'PUT /directory/partnerships/{listed}': 'edit',
    'POST /directory/partnerships/{listed}/verify': 'edit',
    'POST /directory/partnerships/{listed}/merge': 'edit',
    'POST /directory/partnerships/{listed}/part': 'edit',
    'PUT /directory/partnerships/{listed}/removed': 'edit',
  }),

  'GET /api/shared/reviews': 'anybody',
  'GET /api/shared/reviews/{review}': 'anybody',
  'GET /api/rate/{token}': 'link',
  'PUT /api/rate/{token}/ratings/{indicator}': 'link',
  'POST /api/rate/{token}/ratings/{indicator}/files': 'link',
  'GET /api/rate/{token}/files/{file}': 'link',
  'DELETE /api/rate/{token}/files/{file}': 'link',
  'POST /api/rate/{token}/finish': 'link',
};

function inPartnership(routes: Readonly<Record<string, Right>>): Record<string, Right> {
  return Object.fromEntries(
    Object.entries(routes).map(([route, right]) => {
      const [method = '', rest = ''] = route.split(' ');
      return [`${method} /api/partnerships/{partnership}${rest}`, right];
    }),
  );
}
