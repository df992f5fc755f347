import { describe, expect, it, vi } from 'vitest';
import type { PhotoLevel, PhotoResult } from '../../photo/protocol.ts';
import { createView } from '../state/context.ts';
import { plainMaps, plainReport } from '../testing/plain-photos.ts';
import { createShownLevels } from './shown-levels.ts';

const PIXEL = 4;
/** Level 0 has 4096 pixels, the next ones a quarter each. */
const BYTES = [4096, 1024, 256].map((pixels) => pixels * PIXEL);

function levels(): PhotoLevel[] {
  return [64, 32, 16].map((side) => ({
    size: { width: side, height: side },
    tiles: [{ x: 0, y: 0, bitmap: { close: vi.fn() } as unknown as ImageBitmap }],
  }));
}

function isClosed(level: PhotoLevel | undefined): boolean {
  const close = level?.tiles[0]?.bitmap.close;
  return vi.isMockFunction(close) && close.mock.calls.length > 0;
}

function setUp(scale: number) {
  const view = createView();
  const answers: (() => void)[] = [];
  const again = levels();
  const bitmap = { close: vi.fn() } as unknown as ImageBitmap;
  const thumbnail = { bitmap, file: new Blob(), report: plainReport };
  async function load(): Promise<PhotoResult> {
    await new Promise<void>((resolve) => answers.push(resolve));
    const size = { width: 64, height: 64 };
    const modelImage = { size, rgb: new Uint8Array(0) };
    return {
      ok: true,
      photo: {
        ...({ id: 'a', size, format: 'png' } as const),
        ...{ levels: again, maps: plainMaps, modelImage, thumbnail },
      },
    };
  }
  const shown = createShownLevels({
    view,
    photos: { load } as never,
    files: { open: async () => new Blob() } as never,
  });
  const first = levels();
  const zoom = (to: number) =>
    view.setState({ viewport: { ...view.getState().viewport, scale: to } });
  zoom(scale);
  view.setState({ photo: { id: 'a', levels: first } });
  const tiles = () => view.getState().photo?.levels.map((level) => level.tiles.length);
  const answer = async () => {
    await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0));
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { view, shown, first, again, zoom, tiles, answer, answers, thumbnail };
}

describe('levels of the shown photo', () => {
  it('finer than the screen shows go, the finest first, as far as they must', () => {
    const { shown, first, tiles } = setUp(1 / 4);
    expect(shown.use()).toEqual({
      bytes: BYTES.reduce((sum, bytes) => sum + bytes),
      finerBytes: (BYTES[0] ?? 0) + (BYTES[1] ?? 0),
    });
    shown.limitFiner(1e6);
    expect(tiles()).toEqual([1, 1, 1]);
    shown.limitFiner(BYTES[1] ?? 0);
    expect(tiles()).toEqual([0, 1, 1]);
    expect(first.map(isClosed)).toEqual([true, false, false]);
    shown.limitFiner(0);
    expect(tiles()).toEqual([0, 0, 1]);
    expect(shown.use()).toEqual({ bytes: BYTES[2], finerBytes: 0 });
  });

  it('that the screen shows never go', () => {
    const { shown, tiles } = setUp(1);
    shown.limitFiner(0);
    expect(tiles()).toEqual([1, 1, 1]);
  });

  it('come back when the person zooms in, read once', async () => {
    const { shown, first, again, zoom, tiles, answer, answers, view, thumbnail } = setUp(1 / 4);
    shown.limitFiner(0);
    zoom(1);
    zoom(2);
    await answer();
    expect(tiles()).toEqual([1, 1, 1]);
    expect(view.getState().photo?.levels).toBe(again);
    expect(first.map(isClosed)).toEqual([true, true, true]);
    expect(thumbnail.bitmap.close).toHaveBeenCalled();
    expect(answers).toEqual([]);
  });

  it('that come after another photo was shown are closed', async () => {
    const { shown, again, zoom, answer, view } = setUp(1 / 4);
    shown.limitFiner(0);
    zoom(1);
    const other = levels();
    view.setState({ photo: { id: 'b', levels: other } });
    await answer();
    expect(view.getState().photo?.levels).toBe(other);
    expect(again.every(isClosed)).toBe(true);
  });
});
