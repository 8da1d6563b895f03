import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

export type ComparisonTables = {
  shared_place: {
    review_id: string;
    partnership_id: string;
    type: string;
    code: string | null;
    framework_version_id: string;
    profile: string;
    parents: Json;
  };
  neighbour_definition: {
    id: Generated<string>;
    partnership_id: string;
    version: number;
    yardsticks: Json;
    made_by_name: string;
    made_at: Generated<Date>;
  };
  learning_contact: {
    partnership_id: string;
    agreed: Generated<boolean>;
    mailbox: Generated<string>;
    offer: Generated<string>;
    changed_by_name: Generated<string>;
    changed_at: Generated<Date>;
  };
};
