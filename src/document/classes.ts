/** A kind of thing, shared by all photos; its place in the list is its number on the keys and in data sets. */
export interface ObjectClass {
  readonly id: string;
  /** Unique in the project. */
  readonly name: string;
  /** "#rrggbb". */
  readonly color: string;
  /** What is asked about every object of the class; names are unique. */
  readonly attributes: readonly ClassAttribute[];
  /** As a COCO file that was imported has it. */
  readonly coco?: { readonly id: CocoId; readonly supercategory: string };
}

/** The id of an image, an annotation or a category; most are numbers. */
export type CocoId = number | string;

export interface ClassAttribute {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'yes-no';
  /** For the kind `choice`. */
  readonly choices: readonly string[];
}

/** What is filled in on an object: by name, so an answer outlives a change of class. */
export type ObjectAttribute = readonly [name: string, value: string | number | boolean];
