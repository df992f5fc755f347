import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ModelKind } from '../contract/model-kind.ts';
import { DEVICES, type Device } from './engine/computing.ts';
import { misuse } from './failure.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** An option as it was given, in its place among the others. */
export interface GivenOption {
  readonly name: string;
  readonly value: string;
}

export interface Given {
  readonly positionals: readonly string[];
  readonly options: readonly GivenOption[];
  has(flag: string): boolean;
  /** The last one given counts. */
  last(name: string): string | undefined;
}

/** Throws a Failure for an option that is not among them, or lacks its value. */
export function parse(args: readonly string[], options: Options): Given {
  const { tokens, positionals } = parsed(args, options);
  const given = tokens.flatMap((token) =>
    token.kind === 'option' ? [{ name: token.name, value: token.value ?? '' }] : [],
  );
  return {
    positionals,
    options: given,
    has: (flag) => given.some(({ name }) => name === flag),
    last: (wanted) => given.findLast(({ name }) => name === wanted)?.value,
  };
}

function parsed(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  } catch (error) {
    // Node goes on with advice that is of no use here.
    const said = error instanceof Error ? error.message : String(error);
    const [first = ''] = said.split(/[.\n] ?/);
    throw misuse(`${first}.`);
  }
}

export const COMMON_OPTIONS = {
  model: { type: 'string' },
  device: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

export function modelOf(given: Given): ModelKind {
  const model = given.last('model') ?? 'robust';
  if (model === 'robust' || model === 'plain') return model;
  throw misuse(`--model ${model}: it is "robust" or "plain".`);
}

export function deviceOf(given: Given): Device {
  return oneOf(given, 'device', DEVICES);
}

export function onlyPositional({ positionals }: Given, what: string): string {
  const [first, ...others] = positionals;
  if (first === undefined) throw misuse(`${what} is missing.`);
  if (others.length > 0) throw misuse(`${others.join(' ')}: only one ${what} is taken.`);
  return first;
}

/** "3,4.5" as numbers. */
export function numbersOf({ name, value }: GivenOption, shape: string): number[] {
  const parts = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (parts.length === shape.split(',').length && parts.every(Number.isFinite)) return parts;
  throw misuse(`--${name} ${value}: it is ${shape} in pixels of the photo.`);
}

/** A count from 1 on; undefined when the option was not given. */
export function countOf(given: Given, name: string): number | undefined {
  const value = given.last(name);
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw misuse(`--${name} ${value}: it is a number from 1 on.`);
}

/** Some of all, in their order; undefined when the option was not given, "none" is none. */
export function chosen<Name extends string>(
  given: Given,
  option: string,
  all: readonly Name[],
): readonly Name[] | undefined {
  const text = given.last(option);
  if (text === undefined) return undefined;
  if (text === 'none' && option === 'degradations') return [];
  const names = text.split(',');
  const unknown = names.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) throw misuse(`--${option} ${unknown}: it is of ${all.join(', ')}.`);
  return all.filter((name) => names.includes(name));
}

/** The first of all where the option was not given. */
export function oneOf<Name extends string>(
  given: Given,
  option: string,
  all: readonly [Name, ...Name[]],
): Name {
  const [name = all[0], ...more] = chosen(given, option, all) ?? [];
  if (more.length > 0) throw misuse(`--${option}: only one of ${all.join(', ')}.`);
  return name;
}
