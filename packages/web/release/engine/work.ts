import type { Outcome, Problem } from '@freehold/core/problem';
import type { LedgerLine } from '@freehold/core/privacy';
import type {
  Attacks,
  Differencing,
  Estimate,
  Evaluation,
  Homogeneity,
  Manifest,
  PrivateManifest,
  PrivateSettings,
  Risk,
  StandInForm,
  TrialPlan,
  Tried,
} from '@freehold/core/release';
import type {
  Placed,
  PlaceFields,
  Places,
  ReadPlaces,
  ShownLedger,
} from '@freehold/core/release/explorer';
import type { Codebook, ColumnSeen, Delimiter } from '@freehold/core/table';

/** Every piece of work of the studio: what it is asked with, and what it finds. */
export type Works = {
  readonly open: { readonly asked: { readonly file: File }; readonly found: Opened };
  readonly code: { readonly asked: { readonly codebook: Codebook }; readonly found: Coded };
  readonly assess: { readonly asked: RiskSettings; readonly found: Assessed };
  readonly release: { readonly asked: ReleaseSettings; readonly found: Run };
  readonly trial: { readonly asked: TrialSettings; readonly found: Trial };
  readonly compare: { readonly asked: CompareSettings; readonly found: Compared };
  readonly attack: { readonly asked: AttackSettings; readonly found: Attacks };
  readonly places: { readonly asked: PlacesSettings; readonly found: PlacesFound };
  readonly bundle: { readonly asked: BundleSettings; readonly found: Bundled };
};
export type Kind = keyof Works;

/** What the page says: what memory the two share to stop work, or a piece of work. */
export type Asked =
  { readonly kind: 'begin'; readonly stop: Int32Array } | { readonly [K in Kind]: Ask<K> }[Kind];
export type Ask<K extends Kind> = {
  readonly kind: K;
  readonly id: number;
  readonly asked: Works[K]['asked'];
};

/** What the worker says: how far it is, what it found, or that it broke. */
export type Said =
  | { readonly kind: 'share'; readonly id: number; readonly share: number }
  | { readonly kind: 'broke'; readonly id: number; readonly because: string }
  | SaidOf[Kind];
export type SaidOf = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly id: number;
    readonly found: Outcome<Works[K]['found']>;
  };
};

/** How a piece of work is watched and ended. */
export type Watch = {
  readonly seen: (share: number) => void;
  readonly stop: () => boolean;
};

/** A file as it was read once. */
export type Opened = {
  readonly name: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly delimiter: Delimiter | null;
  readonly rows: number;
  readonly columns: readonly ColumnSeen[];
  readonly proposed: Codebook;
  readonly sample: readonly (readonly string[])[];
  /** SHA-256 of the file's bytes: knows the records again. */
  readonly digest: string;
};

/** The records in codes, as a codebook reads them. */
export type Coded = {
  readonly rows: number;
  readonly bySubject: boolean;
  /** Rows that had problems and are in nothing. */
  readonly rejected: number;
  readonly problems: readonly Problem[];
  readonly columns: readonly {
    readonly name: string;
    readonly kind: string;
    readonly values: number;
    readonly declared: boolean;
    readonly filled: number;
  }[];
};

export type RiskSettings = { readonly k: number; readonly length: number };

export type Assessed = RiskSettings & { readonly estimate: Estimate; readonly risk: Risk };

/** The two promises: k-anonymity, and differential privacy, which a ledger may have been charged for. */
export type ReleaseSettings = KSettings | NoiseSettings;
export type NoiseSettings = {
  readonly kind: 'private';
  readonly charged: Charged;
} & PrivateSettings;
/** The line of the ledger that paid, and for what. */
export type Charged = Pick<LedgerLine, 'seq' | 'kind'>;
export type KSettings = {
  readonly kind: 'k';
  readonly k: number;
  readonly length: number;
  readonly method: Manifest['method'];
};

/** A release that was made: what may leave, and what is known of it in the house. */
export type Run = {
  readonly settings: ReleaseSettings;
  readonly madeAt: string;
  readonly seconds: number;
  readonly manifest: Manifest | PrivateManifest;
  /** Combinations in the released counts. */
  readonly combinations: number;
  /** Looks at the true records; null where that is not paid for. */
  readonly inside: Inside | null;
  readonly files: MadeFiles;
};

export type Inside = { readonly evaluation: Evaluation; readonly homogeneity: Homogeneity };

/** What may leave of a release, by the names that they have in a bundle. */
export type MadeFiles = Readonly<
  Record<'synthetic.csv' | 'counts.csv' | 'manifest.json' | 'codebook.json', Blob>
>;

/** What stands in for the records: a public file, read as they are or as the made-up records of a release of them. */
export type TrialSettings = TrialPlan & {
  readonly file: File;
  readonly form: StandInForm;
  readonly codebook: Codebook;
};

export type Trial = Pick<TrialPlan, 'runs' | 'common'> & {
  readonly name: string;
  readonly records: number;
  readonly rejected: number;
  readonly tried: readonly Tried[];
};

/** Two files of an earlier release, and how a release that stands beside it is, or would be, protected. */
export type CompareSettings = {
  readonly k: number;
  readonly length: number;
  readonly counts: Blob;
  readonly manifest: string;
};

export type Compared = {
  readonly madeAt: string;
  readonly k: number;
  readonly found: Differencing;
};

export type AttackSettings = KSettings & { readonly secrets: readonly string[] };

/** A file of public geography, and which of its fields say what. */
export type PlacesSettings = {
  readonly file: File;
  readonly fields: PlaceFields;
  readonly files: MadeFiles;
};

export type PlacesFound = Placed & { readonly name: string; readonly read: ReadPlaces };

/** Places that go with a release, and where they are from. */
export type AddedPlaces = Pick<Places, 'source'> & Pick<ReadPlaces, 'places'>;

export type BundleSettings = {
  readonly title: string;
  readonly places: AddedPlaces | null;
  readonly files: MadeFiles;
  /** What the public sees of the ledger that was charged. */
  readonly ledger: ShownLedger | null;
};

/** The files that leave the house together, and all of them in one. */
export type Bundled = {
  readonly files: readonly { readonly name: string; readonly content: Blob }[];
  readonly zip: Blob;
};
