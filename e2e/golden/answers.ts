import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { Size } from '../../src/geometry/spaces.ts';
import type { Mask } from '../../src/mask/mask.ts';
import type { Prompt, PromptStep } from '../../src/prompt/prompt.ts';

/** By sample, then by a name that says what kind of prompt it is. */
export type GoldenPrompts = Readonly<Record<string, Readonly<Record<string, Prompt>>>>;

/** What the model says natively to the fixed prompts on one sample. */
export interface GoldenAnswers {
  /** Id of the model set. */
  readonly model: string;
  readonly photo: Size;
  /** By who answers, then by prompt name: run lengths as differences from the run before the last, in base 36. */
  readonly masks: Readonly<Record<ModelKind, Readonly<Record<string, string>>>>;
}

type WrittenStep =
  | { readonly include: readonly [x: number, y: number] }
  | { readonly exclude: readonly [x: number, y: number] }
  | { readonly box: readonly [x0: number, y0: number, x1: number, y1: number] };

export function readPrompts(): GoldenPrompts {
  const written: Record<string, Record<string, WrittenStep[]>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'prompts.json'), 'utf8'),
  );
  return mapValues(written, (prompts) => mapValues(prompts, (steps) => steps.map(readStep)));
}

export function readAnswers(sampleId: string): GoldenAnswers {
  return JSON.parse(readFileSync(answersPath(sampleId), 'utf8'));
}

export function writeAnswers(sampleId: string, answers: GoldenAnswers): void {
  writeFileSync(answersPath(sampleId), `${JSON.stringify(answers, null, 2)}\n`);
}

/** Runs change little from row to row, so the differences are short. */
export function packMask({ runs }: Mask): string {
  return [...runs].map((run, i) => (run - (runs[i - 2] ?? 0)).toString(36)).join(' ');
}

export function unpackMask(packed: string, size: Size): Mask {
  const runs: number[] = [];
  for (const difference of packed.split(' ')) {
    runs.push(Number.parseInt(difference, 36) + (runs[runs.length - 2] ?? 0));
  }
  return { size, runs: Uint32Array.from(runs) };
}

function answersPath(sampleId: string): string {
  return join(import.meta.dirname, `${sampleId}.golden.json`);
}

function readStep(step: WrittenStep): PromptStep {
  if ('box' in step) {
    const [x0, y0, x1, y1] = step.box;
    return { kind: 'box', box: { x0, y0, x1, y1 }, candidate: null };
  }
  const label = 'include' in step ? 'include' : 'exclude';
  const [x, y] = 'include' in step ? step.include : step.exclude;
  return { kind: 'point', at: { x, y }, label, candidate: null };
}

function mapValues<V, W>(
  record: Readonly<Record<string, V>>,
  map: (value: V) => W,
): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
