import type { Context } from '../state/context.ts';
import { type ClassListVerbs, createClassList } from './classes.ts';
import { createTags, type TagVerbs } from './tags.ts';

/** What objects and photos are called: the project's classes and the photos' tags. */
export interface ClassVerbs extends ClassListVerbs, TagVerbs {}

export function createClasses(context: Context): ClassVerbs {
  return { ...createClassList(context), ...createTags(context) };
}
