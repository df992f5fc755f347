export type * from './browser.ts';
export type * from './element/types.ts';

/** Where there are no elements, as on a server that renders pages, importing this does nothing. */
if ('customElements' in globalThis) {
  void import('./element/annotator.ts').then(({ defineAnnotator }) => defineAnnotator());
}
