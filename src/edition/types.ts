/**
 * The edition tree: what an editor knows of a document, without markup vocabulary.
 *
 * Plain unist objects, JSON-serialisable. Every node that stands for words of the source has a `position` in it
 * (line and column 1-based, offset 0-based in UTF-16 units); a node we made has `generated: true` instead.
 * Facts the source states are `Fact`s with origin `stated`; what we derive says by which rule and how certainly.
 */
export type * from './origin.js';
export type * from './edition.js';
export * from './document.js';
export type * from './page.js';
export type * from './correspondence.js';
export type * from './dates.js';
export type * from './registers.js';
export * from './copies.js';
export type * from './marginalia.js';
export type * from './blocks.js';
export type * from './phrases.js';
export * from './nodes.js';
