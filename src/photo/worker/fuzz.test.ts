import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { damagedBytes, FUZZ, inBounds } from '../../formats/testing/damage.ts';
import { MAX_MEGAPIXELS } from '../protocol.ts';
import { type Inspected, inspectFile } from './inspect.ts';
import { probePhoto } from './probe.ts';
import { fixtureNames, readFixture } from './testing/fixtures.ts';
import { decodeTiff } from './tiff/decode.ts';

vi.setConfig({ testTimeout: 300_000 });

const files = new Map(fixtureNames().map((name) => [name, readFixture(name)]));
const ENDINGS = ['jpg', 'png', 'webp', 'avif', 'heic', 'gif', 'bmp', 'tif'];
/** Where the header is not to be trusted, a decoder answers: here none is asked. */
const UNASKED = async () => ({ ok: true as const, size: { width: 1, height: 1 } });

/** Small ones only: what a large one costs is a matter of its own test. */
const MOST_PIXELS = 1e5;

function endingIn(ending: string): Uint8Array<ArrayBuffer>[] {
  return [...files].filter(([name]) => name.endsWith(`.${ending}`)).map(([, bytes]) => bytes);
}

test.each(ENDINGS)(
  'damaged %s files are taken or refused, and none of more than a photo may have',
  async (ending) => {
    await fc.assert(
      fc.asyncProperty(damagedBytes(endingIn(ending)), async (bytes) => {
        const file = new Blob([bytes]);
        const inspected = await inBounds(() => inspectFile(file));
        if (inspected.ok && inspected.size) expectPhoto(inspected.size);
        if (inspected.ok && ending === 'tif') await expectWholeOrFailed(inspected);
        const probed = await inBounds(() => probePhoto(file, UNASKED));
        if (probed.ok) expectPhoto(probed.facts.size);
        if (!probed.ok && probed.problem.kind === 'inaccessible') throw new Error('it was read');
      }),
      FUZZ,
    );
  },
);

function expectPhoto({ width, height }: { width: number; height: number }): void {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) {
    throw new Error(`${width} x ${height} is no size`);
  }
  if (width * height > MAX_MEGAPIXELS * 1e6) throw new Error(`${width} x ${height} is too large`);
}

/** The only pixels that we unpack ourselves. */
async function expectWholeOrFailed({ bytes, size }: Inspected): Promise<void> {
  if (!size || size.width * size.height > MOST_PIXELS) return;
  const picture = await inBounds(() => decodeTiff(bytes).catch(() => null));
  if (picture) expect(picture.data.length).toBe(size.width * size.height * 4);
}
