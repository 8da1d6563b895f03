import { sha256 } from '@freehold/core/numeric';
import {
  Charge,
  charged,
  letLeave,
  mayLeave,
  newLedger,
  shownToPublic,
  type Budget,
  type Ledger,
} from '@freehold/core/privacy';
import type { Outcome, Problem } from '@freehold/core/problem';
import {
  budgetPlan,
  earlierTold,
  manifestOf,
  openColumns,
  tooManyColumns,
  type Attacks,
  type PrivateSettings,
} from '@freehold/core/release';
import type { PlaceFields } from '@freehold/core/release/explorer';
import type { Codebook } from '@freehold/core/table';
import { jsonBlob } from './engine/blobs.ts';
import { systemWords } from './engine/chance.ts';
import { StudioWorker } from './engine/client.ts';
import type {
  AddedPlaces,
  Assessed,
  AttackSettings,
  Bundled,
  Coded,
  Compared,
  CompareSettings,
  Kind,
  Opened,
  PlacesFound,
  KSettings,
  ReleaseSettings,
  RiskSettings,
  Run,
  Trial,
  TrialSettings,
  Works,
} from './engine/work.ts';
import { keepLedger, ledgerOf } from './ledger-store.ts';

/** What the studio has at hand. Everything below a change of the records or their codebook is made anew. */
export type StudioState = {
  readonly opened: Opened | null;
  readonly codebook: Codebook | null;
  readonly coded: Coded | null;
  readonly assessed: Assessed | null;
  /** What came of trying settings on a stand-in. */
  readonly trial: Trial | null;
  readonly runs: readonly NumberedRun[];
  /** The run that goes on to be checked and published. */
  readonly chosen: number | null;
  readonly signed: Signed | null;
  readonly attacked: { readonly run: number; readonly found: Attacks } | null;
  /** What an earlier release and a run, or one that would be made, tell together. */
  readonly compared: (Compared & { readonly run: number | null }) | null;
  readonly places: PlacesAtHand | null;
  readonly bundle: { readonly title: string; readonly made: Bundled } | null;
  readonly ledger: Ledger | null;
  readonly work: WorkAtHand | null;
  /** What stood in the way of the last piece of work. */
  readonly wrong: { readonly kind: Kind | 'charge'; readonly problems: readonly Problem[] } | null;
  /** Whether something was made that leaving would lose. */
  readonly unsaved: boolean;
};

/** A file of places for the map, what was read of it, and where it is from. */
export type PlacesAtHand = {
  readonly file: File;
  readonly found: PlacesFound;
  readonly source: string;
};

export type NumberedRun = Run & { readonly number: number };

/** Who checked a run before it leaves, and when. */
export type Signed = { readonly run: number; readonly name: string; readonly on: string };

/** What a charge says to the public besides what it costs. */
export type ChargeWords = { readonly purpose: string; readonly approvedBy: readonly string[] };

export type WorkAtHand = {
  readonly kind: Kind;
  readonly share: number;
  readonly secondsLeft: number | null;
};

const nothing: StudioState = {
  ...{ opened: null, codebook: null, coded: null, assessed: null, runs: [] },
  ...{ trial: null, compared: null },
  ...{ chosen: null, signed: null, attacked: null, places: null, bundle: null, ledger: null },
  ...{ work: null, wrong: null, unsaved: false },
};

/** The studio's desk: what is open, what was made of it, and the one worker that sees the records. */
export class StudioDesk {
  #state = nothing;
  readonly #worker = new StudioWorker();
  readonly #listeners = new Set<() => void>();

  readonly state = (): StudioState => this.#state;
  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  async open(file: File): Promise<void> {
    const found = await this.#work('open', { file });
    if (found === null) return;
    const ledger = ledgerOf(found.digest);
    this.#set({ ...nothing, opened: found, codebook: found.proposed, ledger });
  }

  putAway(): void {
    this.#set(nothing);
  }

  edit(codebook: Codebook): void {
    this.#set({ codebook, coded: null, assessed: null, trial: null, wrong: null, unsaved: true });
  }

  async code(): Promise<void> {
    const { codebook } = this.#state;
    if (codebook === null) return;
    const coded = await this.#work('code', { codebook });
    if (coded !== null) this.#set({ coded });
  }

  async assess(settings: RiskSettings): Promise<void> {
    const assessed = await this.#work('assess', settings);
    if (assessed !== null) this.#set({ assessed });
  }

  async release(settings: KSettings): Promise<void> {
    await this.#release(settings);
  }

  /**
   * Charges the ledger, and only then draws. What was charged stays charged, also where the work is stopped or fails:
   * nobody knows how much of it somebody saw.
   */
  async releasePrivately(
    settings: PrivateSettings,
    kind: Charge['kind'],
    told: ChargeWords,
  ): Promise<void> {
    const { ledger, coded, codebook } = this.#state;
    if (ledger === null || coded === null || this.#state.work !== null) return;
    const open = [...openColumns(codebook), ...tooManyColumns(coded.columns.length)];
    if (open.length > 0) {
      this.#set({ wrong: { kind: 'charge', problems: open } });
      return;
    }
    const discovers = coded.columns.some(({ declared }) => !declared);
    const { rho, delta } = budgetPlan(settings, discovers);
    const charge = Charge.safeParse({
      ...{ at: new Date().toISOString(), kind, rho, delta, ...told },
      mechanism: `counts of up to ${settings.length} values with Gaussian noise${settings.publicTotal === true ? ', the number of subjects public' : ''}, and records made of them`,
    });
    const after = charge.success ? charged(ledger, charge.data, sha256) : notSaid;
    if (!after.ok) {
      this.#set({ wrong: { kind: 'charge', problems: after.problems } });
      return;
    }
    this.keep(after.value);
    const paid = { seq: after.value.lines.length, kind };
    await this.#release({ kind: 'private', charged: paid, ...settings });
  }

  /** Lets what a preview or a tuning run drew leave, by a line that costs nothing. */
  letLeave(line: number, told: ChargeWords): void {
    const { ledger } = this.#state;
    if (ledger === null) return;
    const at = new Date().toISOString();
    const after = letLeave(ledger, line, { at, ...told, approvedBy: [...told.approvedBy] }, sha256);
    if (after.ok) this.keep(after.value);
    this.#set({ wrong: after.ok ? null : { kind: 'charge', problems: after.problems } });
  }

  async try(settings: TrialSettings): Promise<void> {
    const trial = await this.#work('trial', settings);
    if (trial !== null) this.#set({ trial });
  }

  /** Sets a run, or one that would be made, beside an earlier release; the run's manifest then tells what came of it. */
  async compare(run: number | null, settings: CompareSettings): Promise<void> {
    const found = await this.#work('compare', settings);
    if (found === null) return;
    this.#set({ compared: { ...found, run } });
    const runs = this.#state.runs.map((each) =>
      each.number === run ? besideIt(each, found) : each,
    );
    if (run !== null) this.#set({ runs, signed: null, bundle: null, unsaved: true });
  }

  beginLedger(budget: Budget): void {
    const { opened } = this.#state;
    if (opened === null) return;
    this.keep(newLedger(opened.digest, budget, { words: systemWords(), digest: sha256 }));
  }

  keep(ledger: Ledger): void {
    keepLedger(ledger);
    this.#set({ ledger, unsaved: true });
  }

  async attack(run: number, settings: AttackSettings): Promise<void> {
    const found = await this.#work('attack', settings);
    if (found !== null) this.#set({ attacked: { run, found } });
  }

  async bundle(title: string): Promise<void> {
    const { runs, chosen, ledger } = this.#state;
    const run = runs.find(({ number }) => number === chosen);
    if (run === undefined) return;
    const shown = run.settings.kind === 'private' && ledger !== null ? shownToPublic(ledger) : null;
    const places = this.#state.places === null ? null : placesOf(this.#state.places);
    const made = await this.#work('bundle', { title, files: run.files, places, ledger: shown });
    if (made !== null) this.#set({ bundle: { title, made } });
  }

  /** Reads a file of places for the map of the chosen release; the one before is put away. */
  async addPlaces(file: File, fields: PlaceFields, source: string): Promise<void> {
    const run = this.#state.runs.find(({ number }) => number === this.#state.chosen);
    if (run === undefined) return;
    const found = await this.#work('places', { file, fields, files: run.files });
    if (found !== null) this.#set({ places: { file, found, source }, bundle: null });
  }

  /** Says where the places are from, or with null puts them away. */
  keepPlaces(places: PlacesAtHand | null): void {
    this.#set({ places, bundle: null, wrong: null });
  }

  choose(run: number): void {
    this.#set({ chosen: run, signed: null, bundle: null });
    this.#readPlacesAgain();
  }

  drop(run: number): void {
    const runs = this.#state.runs.filter(({ number }) => number !== run);
    const chosen = this.#state.chosen === run ? (runs.at(-1)?.number ?? null) : this.#state.chosen;
    this.#set({ runs, chosen, signed: null, bundle: null });
  }

  sign(signed: Signed | null): void {
    this.#set({ signed });
  }

  /** After a release was taken away or pushed, nothing is lost by leaving. */
  saved(): void {
    this.#set({ unsaved: false });
  }

  stop(): void {
    if (!this.#worker.stop()) this.#set({ ...nothing });
  }

  close(): void {
    this.#worker.close();
  }

  /** What of the places is in a release is another matter for another one. */
  #readPlacesAgain(): void {
    const { places } = this.#state;
    if (places !== null) void this.addPlaces(places.file, places.found.read.taken, places.source);
  }

  async #release(settings: ReleaseSettings): Promise<void> {
    const run = await this.#work('release', settings);
    if (run === null) return;
    const number = (this.#state.runs.at(-1)?.number ?? 0) + 1;
    const runs = [...this.#state.runs, { ...run, number }];
    this.#set({ runs, chosen: number, signed: null, bundle: null, unsaved: true });
    this.#readPlacesAgain();
  }

  async #work<K extends Kind>(
    kind: K,
    asked: Works[K]['asked'],
  ): Promise<Works[K]['found'] | null> {
    if (this.#state.work !== null) return null;
    const began = performance.now();
    this.#set({ work: { kind, share: 0, secondsLeft: null }, wrong: null });
    const seen = (share: number) =>
      this.#set({ work: { kind, share, secondsLeft: left(share, performance.now() - began) } });
    const found = await this.#worker.ask(kind, asked, seen).catch(broke<Works[K]['found']>);
    this.#set({ work: null });
    if (found.ok) return found.value;
    this.#set({ wrong: { kind, problems: found.problems } });
    return null;
  }

  #set(change: Partial<StudioState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#listeners) tell();
  }
}

function placesOf({ found, source }: PlacesAtHand): AddedPlaces {
  return { source: source.trim(), places: found.read.places };
}

const notSaid: Outcome<never> = { ok: false, problems: [{ code: 'charge-not-said' }] };

function besideIt(run: NumberedRun, { madeAt, found }: Compared): NumberedRun {
  if (run.manifest.method === 'private') return run;
  const manifest = manifestOf({ ...run.manifest, earlier: earlierTold(madeAt, found) });
  return { ...run, manifest, files: { ...run.files, 'manifest.json': jsonBlob(manifest) } };
}

/** Whether a run was charged for the house only, and no line of the ledger lets it leave. */
export function stays(
  { settings }: Pick<NumberedRun, 'settings'>,
  { ledger }: Pick<StudioState, 'ledger'>,
): boolean {
  return settings.kind === 'private' && !mayLeave(ledger?.lines ?? [], settings.charged.seq);
}

function broke<T>(): Outcome<T> {
  return { ok: false, problems: [{ code: 'our-fault' }] };
}

function left(share: number, ms: number): number | null {
  return share < 0.05 ? null : Math.ceil((ms / share - ms) / 1000);
}
