import type * as first from './en/first.ts';
import type * as rest from './en/rest.ts';

/** By the part of the app that says it; the source of all keys. */
export type English = typeof first & typeof rest;

/** Texts by key, one inside the other; a text that depends on a number has a key for each form, such as `_one`. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key extends string> = Key extends `${infer Base}_${Form}` ? Base : Key;

type KeysOf<T> = {
  [Key in keyof T & string]: T[Key] extends string ? WithoutForm<Key> : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & string];

/** What `t` can be asked for, such as `objects.locked`. */
export type TextKey = KeysOf<English>;

/** All forms of a key's text. */
type TextAt<T, Key> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextAt<T[Head], Rest>
    : never
  : Key extends string
    ? T[keyof T & (Key | `${Key}_${Form}`)]
    : never;

type Trimmed<Name> = Name extends `${infer Bare},${string}` ? Bare : Name;

/** Names in double braces. */
type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Trimmed<Name> | NamesIn<Rest>
  : never;

type IsCounted<Key> = Key extends string
  ? [TextAt<English, `${Key}_other`>] extends [never]
    ? never
    : 'count'
  : never;

/** Names of the values that a text needs. */
export type NamesFor<Key> = NamesIn<TextAt<English, Key>> | IsCounted<Key>;

/** Last argument of `t`: what the text names, and nothing where it names nothing. */
export type ValuesFor<Key> = [NamesFor<Key>] extends [never]
  ? [values?: object]
  : [values: Readonly<Record<NamesFor<Key>, string | number>>];
