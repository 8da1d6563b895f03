import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, got, queries } from '../api.ts';

const partner = api.partnerships[':partnership'];

export type RoundAt = { readonly partnership: string; readonly round: string };
export type PlaceAt = { readonly partnership: string; readonly place: string };

export const roundsQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['cycle', 'rounds', at.place], queryFn: () => loadRounds(at) });

export const roundQuery = (at: RoundAt) =>
  queryOptions({ queryKey: ['cycle', 'round', at.round], queryFn: () => loadRound(at) });

export const closeOutQuery = (at: RoundAt) =>
  queryOptions({
    queryKey: ['cycle', 'close-out', at.round],
    queryFn: () => loadCloseOut(at),
    // What is being decided on must not change under somebody's hands.
    staleTime: Infinity,
  });

export const matrixQuery = (at: PlaceAt) =>
  queryOptions({ queryKey: ['cycle', 'matrix', at.place], queryFn: () => loadMatrix(at) });

export type Rounds = Awaited<ReturnType<typeof loadRounds>>;
export type RoundSummary = Rounds['rounds'][number];
export type Warning = Rounds['warnings'][number];
export type RoundPage = Awaited<ReturnType<typeof loadRound>>;
export type Item = RoundPage['items'][number];
export type Output = RoundPage['outputs'][number];
export type CloseOut = Awaited<ReturnType<typeof loadCloseOut>>;
export type Matrix = Awaited<ReturnType<typeof loadMatrix>>;
export type StageLine = RoundSummary['stages'][number];

/** A round hangs together with the home of its place, and with gaps and actions once the next one opens. */
export async function cycleChanged(): Promise<void> {
  await Promise.all(
    ['cycle', 'home', 'plan', 'actions', 'targets', 'risks', 'reviews'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );
}

export function useOpenRound(at: PlaceAt) {
  return useMutation({
    mutationFn: (json: { title: string; startedOn: string; goals: string }) =>
      got(partner.places[':place'].rounds.$post({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export function useChangeRound(at: RoundAt) {
  return useMutation({
    mutationFn: (json: { title: string; startedOn: string; goals: string }) =>
      got(partner.rounds[':round'].$patch({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export type StageMove = {
  readonly stage: StageLine['stage'];
  readonly to: StageLine['state'];
  readonly note: string;
};

export function useMoveStage(at: RoundAt) {
  return useMutation({
    mutationFn: (json: StageMove) => got(partner.rounds[':round'].move.$post({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export function useAddItem(at: RoundAt) {
  return useMutation({
    mutationFn: (json: { stage: StageLine['stage']; title: string }) =>
      got(partner.rounds[':round'].items.$post({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export type ItemChange = {
  readonly item: string;
  readonly change: { title?: string; done?: boolean; note?: string; removed?: boolean };
};

export function useChangeItem({ partnership }: RoundAt) {
  return useMutation({
    mutationFn: ({ item, change }: ItemChange) =>
      got(partner.checklist[':item'].$patch({ param: { partnership, item }, json: change })),
    onSuccess: cycleChanged,
  });
}

export function useNoteOutput(at: RoundAt) {
  return useMutation({
    mutationFn: (json: { output: Output['output']; note: string; link: string }) =>
      got(partner.rounds[':round'].outputs.$put({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export type Closing = Parameters<(typeof partner.rounds)[':round']['close']['$post']>[0]['json'];

export function useCloseRound(at: RoundAt) {
  return useMutation({
    mutationFn: (json: Closing) => got(partner.rounds[':round'].close.$post({ param: at, json })),
    onSuccess: cycleChanged,
  });
}

export function useReopenRound(at: RoundAt) {
  return useMutation({
    mutationFn: () => got(partner.rounds[':round'].reopen.$post({ param: at })),
    onSuccess: cycleChanged,
  });
}

function loadRounds(param: PlaceAt) {
  return got(partner.places[':place'].rounds.$get({ param }));
}

function loadRound(param: RoundAt) {
  return got(partner.rounds[':round'].$get({ param }));
}

function loadCloseOut(param: RoundAt) {
  return got(partner.rounds[':round']['close-out'].$get({ param }));
}

function loadMatrix(param: PlaceAt) {
  return got(partner.places[':place'].matrix.$get({ param }));
}
