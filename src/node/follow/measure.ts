import { createRandom } from '../../degrade/random.ts';
import { degrade } from '../../degrade/registry.ts';
import { meanOf } from '../../evaluate/interval.ts';
import { centralClick } from '../../evaluate/prompts.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskIou } from '../../mask/measure.ts';
import { computingOn } from '../engine/computing.ts';
import { openEngine } from '../engine/engine.ts';
import { readMaskPicture } from '../evaluate/mask-picture.ts';
import { readPixels, seenPixels } from '../evaluate/pixels.ts';
import { readTruth } from '../evaluate/read-truth.ts';
import { MOTIONS, makeScene } from './scenes.ts';

/**
 * How well an object is found on the next frame: followed by its embedding, and by asking the same point again. Frames are made
 * of photos with known masks: the object is cut out and pasted over its photo elsewhere. Mean IoU, and what is said of an object
 * that has left the scene:
 *   npm run bench:follow -- DIR [robust|plain] [MOST] [EVERY]
 * DIR holds photos and masks as `robustsam evaluate` takes them; the first MOST photos are used, each for every EVERY-th
 * motion.
 */
const [folder, kind = 'robust', most = '24', every = '1'] = process.argv.slice(2);
if (folder === undefined) throw new Error('a folder of photos with masks is missing');
if (kind !== 'robust' && kind !== 'plain') throw new Error(`no model is called ${kind}`);
/** Parts of the photo that an object takes. */
const [SMALLEST, LARGEST] = [0.005, 0.3];
const CONDITIONS = {
  clear: [],
  noisy: ['gaussian_noise'],
  dark: ['low_light'],
  blurred: ['motion_blur'],
} as const;

interface Row {
  readonly motion: string;
  readonly condition: string;
  /** IoU of the same point asked again, and of the object that was followed; 0 where it was said to be gone. */
  readonly same: number;
  readonly followed: number;
  readonly isFound: boolean;
  /** Whether it was said to be gone on the frame without it; null: not asked. */
  readonly isGoneSaid: boolean | null;
}

const engine = await openEngine(computingOn('cpu', 2));
const { photos } = await readTruth(folder, undefined);
const rows: Row[] = [];
for (const [number, { photo, path, truth }] of photos.slice(0, Number(most)).entries()) {
  const pixels = await readPixels(path);
  const masks =
    truth.kind === 'masks' ? truth.masks : await readMaskPicture(truth.path, pixels.size);
  const mask = suitable(masks);
  if (!mask) continue;
  for (const [at, [motion, moved]] of Object.entries(MOTIONS).entries()) {
    if ((number + at) % Number(every) !== 0) continue;
    const scene = makeScene(pixels, mask, moved, createRandom(number, at));
    if (!scene) continue;
    // Each motion in one degraded form beside the clear one.
    const bad = (['noisy', 'dark', 'blurred'] as const)[(number + at) % 3] ?? 'noisy';
    for (const condition of ['clear', bad] as const) {
      rows.push(await measured(scene, `${photo} ${motion}`, motion, condition));
      process.stderr.write(`${JSON.stringify({ photo, ...rows.at(-1) })}\n`);
    }
  }
}
report();

function suitable(masks: readonly Mask[]): Mask | null {
  const share = (mask: Mask) => maskArea(mask) / (mask.size.width * mask.size.height);
  const fitting = masks.filter((mask) => share(mask) >= SMALLEST && share(mask) <= LARGEST);
  return fitting.sort((a, b) => maskArea(b) - maskArea(a))[0] ?? null;
}

async function measured(
  { first, second, without }: NonNullable<ReturnType<typeof makeScene>>,
  name: string,
  motion: string,
  condition: keyof typeof CONDITIONS,
): Promise<Row> {
  const see = (of: string, frame: typeof without, seed: number) => {
    const steps = CONDITIONS[condition].map((degradation) => ({
      name: degradation,
      severity: 0.5,
    }));
    const made = steps.length > 0 ? degrade(frame, { steps, seed }) : frame;
    return seenPixels(`${name} ${condition} ${of}`, made);
  };
  const [from, to] = [see('first', first.pixels, 1), see('second', second.pixels, 2)];
  const empty = see('without', without, 2);
  const model = kind === 'plain' ? 'plain' : 'robust';
  const click = centralClick(first.mask);
  const again = click && (await engine.ask(to, model, [click]));
  const found = await engine.follow(from, to, model, first.mask);
  const ghost = motion === 'still' ? await engine.follow(from, empty, model, first.mask) : null;
  return {
    motion,
    condition,
    same: again ? maskIou(again.mask, second.mask) : 0,
    followed: found ? maskIou(found.mask, second.mask) : 0,
    isFound: found !== null,
    isGoneSaid: motion === 'still' ? ghost === null : null,
  };
}

function report(): void {
  for (const condition of ['clear', 'degraded']) {
    const of = rows.filter((row) => (row.condition === 'clear') === (condition === 'clear'));
    for (const motion of [...Object.keys(MOTIONS), 'all']) {
      const own = of.filter((row) => motion === 'all' || row.motion === motion);
      if (own.length === 0) continue;
      const mean = (value: (row: Row) => number) => meanOf(own.map(value)).mean.toFixed(3);
      const count = (which: (row: Row) => boolean) => own.filter(which).length;
      console.log(
        `${condition} ${motion}: ${own.length} pairs, followed ${mean(({ followed }) => followed)}, ` +
          `same point ${mean(({ same }) => same)}, gained ${mean((row) => row.followed - row.same)}, ` +
          `found ${count(({ isFound }) => isFound)}, without it said to be gone ` +
          `${count(({ isGoneSaid }) => isGoneSaid === true)} of ${count(({ isGoneSaid }) => isGoneSaid !== null)}`,
      );
    }
  }
}
