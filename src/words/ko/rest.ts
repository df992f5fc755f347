/** What is said beside the first screen. */
export * from './actions.ts';
export * from './element.ts';
export * from './explanation.ts';
export * from './masks.ts';
export * from './menus.ts';
export * from './model.ts';
export * from './objects.ts';
export * from './photos.ts';
export * from './projects.ts';
export * from './review.ts';
export * from './transfers.ts';
