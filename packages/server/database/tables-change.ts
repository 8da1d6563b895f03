import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

type TheoryTable = {
  id: Generated<string>;
  partnership_id: string;
  place_id: string | null;
  title: string;
  content: Json;
  revision: Generated<number>;
  removed_at: Date | null;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  changed_by_name: Generated<string>;
};

/** Whose words they are. */
type By = { by_person: string | null; by_name: string };

type TheoryVersionTable = By & {
  id: Generated<string>;
  partnership_id: string;
  theory_id: string;
  number: number;
  note: Generated<string>;
  title: string;
  content: Json;
  made_at: Generated<Date>;
};

type TheoryCommentTable = By & {
  id: Generated<string>;
  partnership_id: string;
  theory_id: string;
  about: string | null;
  text: string;
  made_at: Generated<Date>;
  settled_at: Date | null;
  settled_by_name: Generated<string>;
};

export type ChangeTables = {
  theory: TheoryTable;
  theory_version: TheoryVersionTable;
  theory_comment: TheoryCommentTable;
};
