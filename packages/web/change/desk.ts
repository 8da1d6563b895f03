import {
  begun,
  done,
  mergedTheory,
  redone,
  undone,
  type Clash,
  type Edit,
  type History,
  type Side,
  type Theory,
} from '@freehold/core/change';
import type { Problem } from '@freehold/core/problem';
import { Refusal } from '../api.ts';

/** A theory as the server has it. */
export type Saved = {
  readonly theory: Theory;
  readonly revision: number;
  readonly changedBy: string;
};

/** What the desk asks of the server; tests give it another. */
export type Keeper = {
  readonly save: (revision: number, theory: Theory) => Promise<{ readonly revision: number }>;
  readonly read: () => Promise<Saved>;
};

export type DeskState = {
  readonly history: History;
  /** What was last known to be on the server. */
  readonly base: Saved;
  readonly saving: boolean;
  readonly error: unknown;
  /** Why the last step could not be taken. */
  readonly problems: readonly Problem[];
  /** Somebody else's saving that clashes with what is here. */
  readonly conflict: { readonly theirs: Saved; readonly clashes: readonly Clash[] } | null;
  /** Who else's changes were brought in, and that nothing clashed. */
  readonly broughtIn: string;
};

/**
 * One theory being drawn: steps, the way back, and saving a moment after the last one. What somebody else saved
 * meanwhile is joined with what is here; where both changed the same, it waits until a person has chosen.
 */
export class TheoryDesk {
  #state: DeskState;
  readonly #keeper: Keeper;
  readonly #pause: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor(saved: Saved, keeper: Keeper, pause = 1000) {
    this.#state = {
      ...{ history: begun(saved.theory), base: saved, saving: false, error: null },
      ...{ problems: [], conflict: null, broughtIn: '' },
    };
    this.#keeper = keeper;
    this.#pause = pause;
  }

  readonly state = (): DeskState => this.#state;

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  /** True where something here is not on the server yet. */
  waits(): boolean {
    return this.#state.history.now !== this.#state.base.theory;
  }

  /** Takes a step. Steps of one `run` that follow each other, such as typing into one field, are taken back as one. */
  edit(edit: Edit, run = ''): boolean {
    const { history } = this.#state;
    const next = done(history, edit);
    if (!next.ok) {
      this.#set({ problems: next.problems });
      return false;
    }
    const same = run !== '' && run === this.#last && next.value.past.length > history.past.length;
    const kept = same ? { ...next.value, past: history.past } : next.value;
    this.#last = run;
    this.#move(kept);
    return true;
  }

  undo(): void {
    this.#last = '';
    this.#move(undone(this.#state.history));
  }

  redo(): void {
    this.#last = '';
    this.#move(redone(this.#state.history));
  }

  /** Saves what is here now; nothing happens while a clash waits or another saving runs. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const { base, history, saving, conflict } = this.#state;
    if (saving || conflict !== null || !this.waits()) return;
    this.#set({ saving: true });
    const theory = history.now;
    try {
      const { revision } = await this.#keeper.save(base.revision, theory);
      this.#set({ base: { ...base, theory, revision }, saving: false, error: null });
    } catch (error) {
      this.#set({ saving: false, error: null });
      if (error instanceof Refusal && error.status === 409) await this.#join();
      else this.#set({ error });
      return;
    }
    if (this.waits()) this.#later();
  }

  /** Joins both sides as a person has chosen, and saves the result. */
  settle(chosen: ReadonlyMap<string, Side>): void {
    const { conflict, base, history } = this.#state;
    if (conflict === null) return;
    const { theory } = mergedTheory(base.theory, history.now, conflict.theirs.theory, chosen);
    if (!theory.ok) {
      this.#set({ problems: theory.problems });
      return;
    }
    this.#set({ conflict: null, base: conflict.theirs });
    this.edit({ kind: 'replace', theory: theory.value });
    this.#later();
  }

  /** Ends the waiting; what waits is saved at once. */
  close(): void {
    void this.save();
  }

  async #join(): Promise<void> {
    try {
      const theirs = await this.#keeper.read();
      const { base, history } = this.#state;
      const { theory, clashes } = mergedTheory(base.theory, history.now, theirs.theory);
      if (clashes.length > 0 || !theory.ok) {
        this.#set({ conflict: { theirs, clashes } });
        return;
      }
      this.#set({ base: theirs, broughtIn: theirs.changedBy });
      this.edit({ kind: 'replace', theory: theory.value });
      this.#later();
    } catch (error) {
      this.#set({ error });
    }
  }

  #move(history: History): void {
    this.#set({ history, problems: [] });
    this.#later();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), this.#pause);
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#listeners) tell();
  }
}
