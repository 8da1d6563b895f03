import { QueryClient } from '@tanstack/react-query';
import { hc } from 'hono/client';
import type { Problem } from '@freehold/core/problem';
import type { Rooms } from '@freehold/server/api';

type Room = Rooms[number];
// What is joined so far goes along, so that the compiler may go on for more rooms than it nests.
type Joined<All extends readonly Room[], Sum = unknown> = All extends readonly [
  infer First extends Room,
  ...infer Rest extends readonly Room[],
]
  ? Joined<Rest, Sum & ReturnType<typeof hc<First>>>
  : Sum;

/** The server's routes as typed functions: one client, whose type is that of every room's together. */
export const api = hc<Room>('/api') as Joined<Rooms>;

/** What the server refused, with its problems as data; status 0 means that it could not be reached. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly reference: string | null;

  constructor(status: number, problems: readonly Problem[], reference: string | null = null) {
    super(problems.map((each) => each.code).join(', ') || `status ${status}`);
    this.status = status;
    this.problems = problems;
    this.reference = reference;
  }
}

type Answered = { readonly ok: boolean; readonly status: number; json(): Promise<unknown> };
type Good<R> = R extends { ok: true; json(): Promise<infer T> } ? T : never;

/**
 * Waits for an answer and gives its body.
 *
 * @throws Refusal when the server says no, fails, or cannot be reached.
 */
export async function got<R extends Answered>(asked: Promise<R>): Promise<Good<R>> {
  const response = await asked.catch(() => {
    throw new Refusal(0, [{ code: 'offline' }]);
  });
  if (response.ok) return (await response.json()) as Good<R>;
  throw await refusal(response);
}

/** Reads a refusal out of an answer that is not ok. */
export async function refusal(response: Answered): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as {
    problems?: Problem[];
    reference?: string;
  };
  const problems = body.problems ?? [{ code: response.status >= 500 ? 'our-fault' : 'refused' }];
  const said = problems.length > 0 ? problems : [{ code: 'our-fault' }];
  return new Refusal(response.status, said, body.reference ?? null);
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !(error instanceof Refusal && error.status > 0) && count < 2,
      refetchOnWindowFocus: false,
      // Ask even when the browser believes it is offline: a refusal says so, a pause says nothing.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
