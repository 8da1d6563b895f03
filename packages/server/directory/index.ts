export { listedOf, membershipsOf, organisationsOf } from './listed.ts';
