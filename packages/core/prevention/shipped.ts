import { TypeList } from './intervention.ts';
import list from './types.json' with { type: 'json' };

/** The list that Freehold ships; an installation may put another in its place. */
export const shippedTypes: TypeList = TypeList.parse(list);
