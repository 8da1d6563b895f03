import { queries } from '../api.ts';
import { sessionQuery } from '../session/session.ts';

/** Is what is on screen a made-up example? From the session that the shell has fetched already; asks nothing. */
export function isMadeUp(): boolean {
  const [, room, id] = window.location.pathname.split('/');
  const session = queries.getQueryData(sessionQuery.queryKey);
  const partnership = session?.partnerships.find((each) => each.id === id);
  return room === 'p' && partnership?.madeUp === true;
}
