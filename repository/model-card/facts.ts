import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import * as v from 'valibot';
import { parseManifest, setBytes } from '../../src/models/manifest.ts';
import { ROOT } from '../files.ts';

const RUNS = 'training/runs';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const run = v.object({ name: v.string(), script: v.string(), steps: count });

/** What the manifest says beyond what the app needs. */
const Provenance = v.object({
  provenance: v.object({
    summary: v.string(),
    weights: v.string(),
    sources: v.array(v.object({ name: v.string(), sha256: v.string() })),
    head: v.object({ sha256: v.string(), steps: count, config: v.object({ seed: count }) }),
    runs: v.optional(v.array(run)),
  }),
});

const RunFile = v.object({
  script: v.string(),
  steps: count,
  hours: v.nullable(v.number()),
  machine: v.string(),
  begins_with: v.nullish(v.string()),
  config: v.object({ seed: v.optional(count, 0) }),
});

/** A mean over photos, and the ends of its interval of 95 %. */
const Mean = v.tuple([v.number(), v.number(), v.number()]);
const Results = v.object({
  made_with: v.object({
    command: v.string(),
    severity: v.number(),
    checkpoints: v.array(v.object({ name: v.string(), steps: count, sha256: v.string() })),
    photos: v.record(v.string(), count),
  }),
  prompts: v.array(v.string()),
  means: v.array(
    v.object({ scope: v.string(), prompt: v.string(), model: v.string(), iou: Mean, gain: Mean }),
  ),
});

export interface Run {
  readonly name: string;
  readonly script: string;
  readonly steps: number;
  /** Null where nobody took the time. */
  readonly hours: number | null;
  readonly machine: string;
}

type RunRecord = Run & v.InferOutput<typeof RunFile>;

export interface Facts {
  /** The project's, in package.json. */
  readonly version: string;
  readonly set: { readonly id: string; readonly name: string; readonly licence: string };
  readonly megabytes: number;
  readonly precisions: readonly string[];
  readonly provenance: v.InferOutput<typeof Provenance>['provenance'];
  /** What the head went through, the first one first. */
  readonly runs: readonly Run[];
  readonly results: v.InferOutput<typeof Results>;
}

export function readFacts(): Facts {
  const text = readText('public/models/manifest.json');
  const parsed = parseManifest(text);
  if (!parsed.ok) throw new Error(`public/models/manifest.json: ${parsed.detail}`);
  const { id, name, licence, graphs } = parsed.manifest;
  const { provenance } = v.parse(Provenance, JSON.parse(text));
  const precisions = Object.values(graphs).flatMap((part) =>
    (part?.graphs ?? []).map(({ precision }) => precision),
  );
  return {
    version: projectVersion(),
    set: { id, name, licence: licence.spdx },
    megabytes: setBytes(parsed.manifest) / 1e6,
    precisions: [...new Set(precisions)],
    provenance,
    runs: runsOf(provenance),
    results: v.parse(Results, JSON.parse(readText('training/results/main/results.json'))),
  };
}

export function projectVersion(): string {
  return v.parse(v.object({ version: v.string() }), JSON.parse(readText('package.json'))).version;
}

export function totalSteps(runs: readonly Run[]): number {
  return runs.reduce((sum, { steps }) => sum + steps, 0);
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** By name where the manifest has them; else the last run is known by its steps and seed. */
function runsOf({ runs, head }: Facts['provenance']): readonly Run[] {
  if (runs) return runs.map(({ name }) => readRun(name));
  const last = readdirSync(join(ROOT, RUNS))
    .map((file) => readRun(parse(file).name))
    .find(({ script, steps, config }) => {
      return script === 'train.py' && steps === head.steps && config.seed === head.config.seed;
    });
  if (!last) throw new Error(`${RUNS} has no run of ${head.steps} steps with the head's seed`);
  return chainTo(last);
}

/** A run may begin with two others: a head, and the adapter that it is trained on. */
function chainTo(last: RunRecord): readonly Run[] {
  const before = last.begins_with?.match(/[a-z]+-\d+/g) ?? [];
  const chain = [...before.flatMap((name) => chainTo(readRun(name))), last];
  return [...new Map(chain.map((run) => [run.name, run])).values()];
}

function readRun(name: string): RunRecord {
  return { name, ...v.parse(RunFile, JSON.parse(readText(`${RUNS}/${name}.json`))) };
}
