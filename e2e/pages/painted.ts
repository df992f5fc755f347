import type { Locator } from '@playwright/test';

type Layer = 'photo' | 'objects' | 'live' | 'marks';

/** Whether anything of the mask in hand, the preview or the prompt is at a place, in CSS pixels of the page. */
export async function isPainted(
  stage: Locator,
  at: readonly [x: number, y: number],
): Promise<boolean> {
  for (const layer of ['live', 'marks'] as const)
    if ((await pixelOf(stage, layer, at))[3] !== 0) return true;
  return false;
}

/** Red, green, blue and opacity, 0 to 255. */
export function pixelOf(
  stage: Locator,
  layer: Layer,
  at: readonly [x: number, y: number],
): Promise<readonly number[]> {
  return stage.getByTestId(`stage-${layer}`).evaluate((element, [x, y]) => {
    const canvas = element as HTMLCanvasElement;
    const { left, top, width } = canvas.getBoundingClientRect();
    const ratio = canvas.width / width;
    const [px, py] = [(x - left) * ratio, (y - top) * ratio];
    return [...(canvas.getContext('2d')?.getImageData(px, py, 1, 1).data ?? [])];
  }, at);
}
