// The library has no types of its own; these are the parts of it that are used.
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly unknown[];
    format(name: 'bibtex'): string;
  }
}
declare module '@citation-js/plugin-bibtex' {}
