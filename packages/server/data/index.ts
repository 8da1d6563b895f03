export { jsonIn } from './boundary-import.ts';
export { shippedMappings } from './mappings/index.ts';
export { walkTable } from './table-file.ts';
