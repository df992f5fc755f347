import { TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEUTRAL } from '../../adjust/adjustments.ts';
import { object, photo } from '../../document/testing/arbitrary.ts';
import { createBlobSink } from '../../formats/worker/blob-sink.ts';
import { anyMaskOf, anySize } from '../../mask/testing/arbitrary.ts';
import type { FileHead, FilePhoto } from '../file/format.ts';
import { readProjectFile } from './read.ts';
import { writeProjectFile } from './write.ts';

const head: FileHead = {
  name: 'Meadow',
  created: 1_700_000_000_000,
  classes: [{ id: 'c', name: 'kite', color: '#f0b429', attributes: [] }],
  adjustments: { ...NEUTRAL, gamma: 1.5 },
};

const anyPhoto = (id: string): fc.Arbitrary<FilePhoto> =>
  anySize(9).chain((size) =>
    fc.record({
      entry: fc.record({
        id: fc.constant(id),
        name: fc.constantFrom('a.jpg', 'ü/..\\b:?.png', ''),
        folder: fc.constantFrom('', 'day 1/left'),
        size: fc.constant(size),
        format: fc.constant('jpeg' as const),
        bytes: fc.nat(),
      }),
      prompt: fc.constantFrom([], [point]),
      refined: fc.constantFrom(null, 'o0'),
      tags: fc.array(fc.string(), { maxLength: 2 }),
      done: fc.boolean(),
      review: fc.constantFrom(null, review),
      seconds: fc.nat(),
      adjustments: fc.constantFrom(NEUTRAL, { ...NEUTRAL, exposure: 2, inverts: true }),
      objects: fc.array(anyMaskOf(size), { maxLength: 3 }).map((masks) =>
        masks.map(({ mask }, i) => ({
          ...object(`o${i}`),
          mask,
          note: 'ünsure "here"',
          ...(i > 0 ? { review } : {}),
        })),
      ),
      file: fc.constantFrom(null, new Blob(['pixels of ', id])),
    }),
  );

const review = { state: 'rejected', comment: 'zu groß', by: 'Mina', when: 1 } as const;

const point = {
  kind: 'point',
  at: { x: 1.5, y: 2.25 },
  label: 'include',
  candidate: null,
} as const;

async function written(photos: readonly FilePhoto[]): Promise<Blob> {
  const photoAt = async (i: number) => photos[i] as FilePhoto;
  const zip = await writeProjectFile(head, photos.length, photoAt, null);
  if (!zip) throw new Error('nothing was written');
  return zip;
}

async function read(zip: Blob) {
  const photos: FilePhoto[] = [];
  let found: FileHead | null = null;
  const outcome = await readProjectFile(
    zip,
    async (begun) => {
      found = begun;
    },
    async (one) => void photos.push(one),
  );
  return { outcome, head: found as FileHead | null, photos };
}

async function plain({ file, ...facts }: FilePhoto): Promise<unknown> {
  return { ...facts, file: file && (await file.text()) };
}

/** A zip with what some other program, or nobody good, has written. */
async function zipOf(files: Readonly<Record<string, string>>): Promise<Blob> {
  const sink = createBlobSink();
  const zip = new ZipWriter(sink.stream);
  for (const [path, content] of Object.entries(files)) await zip.add(path, new TextReader(content));
  await zip.close();
  return sink.toBlob('application/zip');
}

const good = {
  format: 'robustsam-annotator-project',
  version: 1,
  ...head,
  photos: [
    {
      entry: photo('a'),
      prompt: [],
      refined: null,
      tags: [],
      done: false,
      seconds: 0,
      file: null,
    },
  ],
};

describe('a project file', () => {
  it('gives back exactly what went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anyPhoto('a'), anyPhoto('b')), async (photos) => {
        const { outcome, head: found, photos: back } = await read(await written(photos));
        expect(outcome).toEqual({ ok: true, brokenObjects: 0 });
        expect(found).toEqual(head);
        expect(await Promise.all(back.map(plain))).toEqual(await Promise.all(photos.map(plain)));
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  it('of the first version, which knows of no reviews, opens without any', async () => {
    const { outcome, photos } = await read(await zipOf({ 'project.json': JSON.stringify(good) }));
    expect(outcome).toMatchObject({ ok: true });
    expect(photos.map((one) => one.review)).toEqual([null]);
  });

  it('that a newer version has written is refused by its number', async () => {
    const zip = await zipOf({ 'project.json': JSON.stringify({ ...good, version: 7 }) });
    expect((await read(zip)).outcome).toEqual({
      ok: false,
      problem: { kind: 'newer', version: 7 },
    });
  });

  it('that is none is told from one that is damaged', async () => {
    const kindOf = async (zip: Blob) => {
      const { outcome } = await read(zip);
      return outcome.ok ? null : outcome.problem.kind;
    };
    expect(await kindOf(new Blob(['Dear all']))).toBe('broken');
    expect(await kindOf(await zipOf({ 'a.txt': 'Dear all' }))).toBe('no-project');
    expect(await kindOf(await zipOf({ 'project.json': '{}' }))).toBe('no-project');
    expect(await kindOf(await zipOf({ 'project.json': '{' }))).toBe('broken');
    const cut = (await written([])).slice(0, 100);
    expect(await kindOf(cut)).toBe('broken');
  });

  it('says where project.json is not as it should be', async () => {
    const [one] = good.photos;
    const evil = { ...one, entry: { ...one?.entry, id: '__proto__' } };
    for (const [photos, where] of [
      [[evil], /photos\.0\.entry\.id/],
      [[one, one], /the same id/],
      [[{ ...one, entry: { ...photo('a'), size: { width: 1e6, height: 1e6 } } }], /size/],
    ] as const) {
      const zip = await zipOf({ 'project.json': JSON.stringify({ ...good, photos }) });
      const { outcome } = await read(zip);
      expect(outcome).toMatchObject({
        ok: false,
        problem: { kind: 'broken', detail: expect.stringMatching(where) },
      });
    }
  });

  it('leaves out and counts objects that are broken, and takes the others', async () => {
    const { mask, ...bare } = object('sound');
    const rle = { size: [mask.size.height, mask.size.width], counts: '06' };
    const labels = {
      objects: [
        { ...bare, rle },
        { ...bare, id: 'other size', rle: { ...rle, size: [9, 9] } },
        { ...bare, id: 'no counts', rle: { ...rle, counts: '07' } },
        { ...bare, id: 'bad signs', rle: { ...rle, counts: '\u0000' } },
        { ...bare, id: 'no rle' },
        null,
      ],
    };
    const zip = await zipOf({
      'project.json': JSON.stringify(good),
      'labels/a.json': JSON.stringify(labels),
    });
    const { outcome, photos } = await read(zip);
    expect(outcome).toEqual({ ok: true, brokenObjects: 5 });
    expect(photos[0]?.objects.map(({ id }) => id)).toEqual(['sound']);
  });

  it('whose photo unpacks to more than it claims comes without it', async () => {
    const sink = createBlobSink();
    const zip = new ZipWriter(sink.stream);
    const photos = [{ ...good.photos[0], file: 'photos/1 a.jpg' }];
    await zip.add('photos/1 a.jpg', new Uint8ArrayReader(new Uint8Array(1e6)), { level: 9 });
    await zip.add('project.json', new TextReader(JSON.stringify({ ...good, photos })));
    await zip.close();
    const bytes = new Uint8Array(await sink.toBlob('application/zip').arrayBuffer());
    // The size in the list at the end of the zip, 24 bytes behind the entry's sign.
    const view = new DataView(bytes.buffer);
    const at = bytes.findIndex((_, i) => i < bytes.length - 4 && view.getUint32(i) === 0x504b0102);
    view.setUint32(at + 24, 10, true);
    const { photos: back } = await read(new Blob([bytes]));
    expect(back[0]?.file).toBeNull();
  });

  it('with __proto__ in it changes nothing but itself', async () => {
    const evil = `{"__proto__": {"polluted": 1}, ${JSON.stringify(good).slice(1)}`;
    const labels = '{"objects": [{"__proto__": {"polluted": 1}}], "__proto__": {"polluted": 1}}';
    const { outcome } = await read(await zipOf({ 'project.json': evil, 'labels/a.json': labels }));
    expect(outcome.ok || outcome.problem.kind).toBe('broken');
    const { outcome: sound } = await read(
      await zipOf({ 'project.json': JSON.stringify(good), 'labels/a.json': labels }),
    );
    expect(sound).toEqual({ ok: true, brokenObjects: 1 });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is not read past its own zip: a photo at a path that climbs is left out', async () => {
    const climbing = '../../etc/passwd';
    const photos = [{ ...good.photos[0], file: climbing }];
    const zip = await zipOf({
      'project.json': JSON.stringify({ ...good, photos }),
      [climbing]: 'root',
    });
    const { outcome, photos: back } = await read(zip);
    expect(outcome.ok).toBe(true);
    expect(back[0]?.file).toBeNull();
  });
});
