import type { Canvas } from '@napi-rs/canvas';
import { contract } from '../../src/contract/contract.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import { cropAround } from '../../src/geometry/crop.ts';
import type { ImageBox, Size } from '../../src/geometry/spaces.ts';
import { placeMask } from '../../src/mask/crop.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { maskArea, maskBox, maskIou } from '../../src/mask/measure.ts';
import type { Prompt, PromptStep } from '../../src/prompt/prompt.ts';
import { zoomPrompt } from '../../src/prompt/zoom.ts';
import { openReferenceModel } from '../golden/model.ts';
import { isClear, modelImageOf } from '../golden/model-image.ts';
import { deepestPoint } from './labelled-photos.ts';
import { createScenes } from './zoom-scenes.ts';

/**
 * Whether zoom refine gives small objects better masks, natively: IoU with the truth of the mask
 * from the whole photo, and of the one from a crop around it at full resolution.
 *   npm run bench:zoom -- PHOTOS/manifest.jsonl [objects]
 */
const MARGIN = 0.5;
const MODELS: readonly ModelKind[] = ['robust', 'plain'];
const [list = '', wanted = '24'] = process.argv.slice(2);
const [OBJECTS, OBJECTS_A_SCENE, SEED] = [Number(wanted), 4, 7];

interface Row {
  readonly asked: string;
  readonly share: number;
  readonly before: number;
  readonly zoomed: number;
}

const model = await openReferenceModel();
const rows: Row[] = [];
const nextScene = createScenes(list, SEED);
for (let done = 0; done < OBJECTS; ) {
  const { canvas, truths } = await nextScene();
  for (const truth of truths.slice(0, Math.min(OBJECTS_A_SCENE, OBJECTS - done))) {
    rows.push(...(await measure(canvas, truth)));
    console.log(`${++done} of ${OBJECTS} objects`);
  }
}
print(rows);

async function measure(canvas: Canvas, truth: Mask): Promise<Row[]> {
  const { size: photo } = truth;
  const clear = isClear(canvas);
  const whole = await model.encode(modelImageOf(canvas), clear);
  const made: Row[] = [];
  for (const kind of MODELS) {
    for (const [name, prompt] of Object.entries(promptsFor(truth))) {
      const coarse = await model.decode(kind, whole, prompt, photo);
      const box = maskBox(coarse);
      if (!box) continue;
      const crop = cropAround(box, photo, MARGIN);
      const close = await model.encode(modelImageOf(canvas, crop), clear);
      const mask = await model.decode(kind, close, zoomPrompt(prompt, box, crop), sizeOf(crop));
      made.push({
        asked: `${kind}, ${name}`,
        share: maskArea(truth) / (photo.width * photo.height),
        before: maskIou(coarse, truth),
        zoomed: maskIou(placeMask(mask, { x: crop.x0, y: crop.y0 }, photo), truth),
      });
    }
  }
  return made;
}

function promptsFor(truth: Mask): Readonly<Record<string, Prompt>> {
  const box: PromptStep = { kind: 'box', box: maskBox(truth) as ImageBox, candidate: null };
  const at = deepestPoint(truth);
  return { point: [{ kind: 'point', at, label: 'include', candidate: null }], box: [box] };
}

function sizeOf({ x0, y0, x1, y1 }: ImageBox): Size {
  return { width: x1 - x0, height: y1 - y0 };
}

function print(all: readonly Row[]): void {
  const asked = [...new Set(all.map((row) => row.asked))];
  const table = asked.map((name) => {
    const some = all.filter((row) => row.asked === name);
    const mean = (of: (row: Row) => number) =>
      (some.reduce((sum, row) => sum + of(row), 0) / some.length).toFixed(3);
    return {
      asked: name,
      objects: some.length,
      'photo share': `${mean(({ share }) => 100 * share)} %`,
      before: mean(({ before }) => before),
      zoomed: mean(({ zoomed }) => zoomed),
    };
  });
  console.log(`margin ${MARGIN}, input ${contract.image.size} px; mean IoU`);
  console.table(table);
}
