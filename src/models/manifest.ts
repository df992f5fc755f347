import * as v from 'valibot';

const VERSION = 2;
/** Plain names: they become names of files and folders, and are shown. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const SET_ID = /^[a-z0-9][a-z0-9._-]{0,79}$/;
/** Larger ones fit no typed array of every browser. */
const MOST_FILE_BYTES = 2 ** 31;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const words = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const fileName = v.pipe(
  v.string(),
  v.regex(FILE_NAME, 'not a plain file name'),
  v.check((name) => name !== MANIFEST_NAME, 'the manifest itself'),
);

const fileEntries = {
  name: fileName,
  bytes: v.pipe(count, v.maxValue(MOST_FILE_BYTES)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hex')),
};
const file = v.object(fileEntries);
const graphEntries = {
  ...fileEntries,
  /** For CPUs, where there is a graph in int8, that one. */
  precision: v.picklist(['fp32', 'fp16', 'int8']),
};
const graph = v.object(graphEntries);
const encoderGraph = v.object({
  ...graphEntries,
  input: v.object({ height: count, width: count }),
});

const weights = v.pipe(v.array(file), v.minLength(1), v.maxLength(16));
const part = v.object({ weights, graphs: v.pipe(v.array(graph), v.maxLength(16)) });

const encoderPart = v.object({
  weights,
  graphs: v.pipe(v.array(encoderGraph), v.maxLength(64)),
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Predicted IoU, which may overshoot 1, and the mean IoU of such answers: neither ever falls. */
const curve = v.pipe(
  v.array(v.strictTuple([v.number(), share])),
  v.minLength(2),
  v.maxLength(64),
  v.check(
    (points) => points.every(([x, y], i) => i === 0 || isAbove([x, y], points[i - 1])),
    'a curve that falls',
  ),
);
const curves = v.object({
  click: v.optional(curve),
  points: v.optional(curve),
  box: v.optional(curve),
});

/** What the app asks of how a head was trained; what else it says is for people. */
const trainedHead = v.object({
  config: v.optional(
    v.object({ model: v.object({ parts: v.object({ blend: v.optional(v.boolean()) }) }) }),
  ),
});

const schema = v.object({
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.regex(SET_ID, 'not a plain lower-case name')),
  name: words,
  licence: v.object({ spdx: words, file: fileName }),
  provenance: v.object({ summary: words, head: v.optional(v.fallback(trainedHead, {})) }),
  /** One of the authors' checkpoints: they trained mask 0 alone, and perhaps SAM's own weights too. */
  official: v.optional(v.literal(true)),
  /** What a predicted IoU is worth, by model and prompt; left out where the model's own word is taken. */
  calibration: v.optional(v.object({ robust: v.optional(curves), plain: v.optional(curves) })),
  /** Through which encoder RobustSAM sees photos that are clear by their report; left out: all alike. */
  clear_photos: v.optional(v.literal('encoder')),
  graphs: v.object({
    encoder: encoderPart,
    /** Left out where `encoder` gives what RobustSAM needs too. */
    robust_encoder: v.optional(encoderPart),
    decoder: part,
    /** Left out where the set is plain SAM alone. */
    robust_decoder: v.optional(part),
  }),
});

/** `manifest.json` of a model set; training/README.md says what else it holds. */
export type Manifest = v.InferOutput<typeof schema>;
/** `name` is also the path under which graphs refer to a file of weights. */
export type ListedFile = v.InferOutput<typeof file>;
export type ListedGraph = v.InferOutput<typeof graph>;
export type ListedEncoder = v.InferOutput<typeof encoderGraph>;

export const MANIFEST_NAME = 'manifest.json';
export const MOST_MANIFEST_BYTES = 2 ** 20;

export type ParsedManifest =
  | { readonly ok: true; readonly manifest: Manifest }
  /** Where and what, as "graphs.encoder.weights: …". */
  | { readonly ok: false; readonly detail: string };

/** Anything but a whole manifest of this version is refused, with the first thing that is wrong. */
export function parseManifest(text: string): ParsedManifest {
  const parsed = v.safeParse(schema, fromJson(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return { ok: false, detail: path ? `${path}: ${issue.message}` : issue.message };
  }
  const detail = firstGap(parsed.output) ?? firstClash(filesOf(parsed.output));
  if (detail) return { ok: false, detail };
  return { ok: true, manifest: parsed.output };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Every file of a set but the manifest and the licence, each once, though parts share weights. */
export function setFilesOf(manifest: Manifest): readonly ListedFile[] {
  return [...new Map(filesOf(manifest).map((file) => [file.name, file])).values()];
}

export function setBytes(manifest: Manifest): number {
  return setFilesOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
}

function filesOf({ graphs }: Manifest): readonly ListedFile[] {
  const { encoder, robust_encoder, decoder, robust_decoder } = graphs;
  const parts = [encoder, robust_encoder, decoder, robust_decoder];
  return parts.flatMap((part) => (part ? [...part.weights, ...part.graphs] : []));
}

function isAbove([x, y]: [number, number], before: [number, number] | undefined): boolean {
  return !before || (x > before[0] && y >= before[1]);
}

function firstGap({ graphs }: Manifest): string | null {
  for (const [name, part] of Object.entries(graphs)) {
    const precisions = new Set(part?.graphs.map(({ precision }) => precision));
    const hasBoth = precisions.has('fp32') && precisions.has('fp16');
    if (!hasBoth) return `graphs.${name} needs a graph in fp32 and one in fp16`;
  }
  return null;
}

function firstClash(files: readonly ListedFile[]): string | null {
  const known = new Map<string, string>();
  for (const { name, sha256, bytes } of files) {
    const content = `${sha256} ${bytes}`;
    // Some file systems don't tell names in other case apart.
    const key = name.toLowerCase();
    if ((known.get(key) ?? content) !== content) return `two different files are called ${name}`;
    known.set(key, content);
  }
  return null;
}
