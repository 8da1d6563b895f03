export { pageBackOf, type OwnTie, type PageBack } from './respondent.ts';
export { asksRelationships } from './relationships.ts';
