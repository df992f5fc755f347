import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Manifest } from '../../models/manifest.ts';
import { embeddingKey } from './embedding-key.ts';
import { viewFor, viewsFor, viewsOf } from './views.ts';

const url = new URL('../../../public/models/manifest.json', import.meta.url);
const { graphs }: Manifest = JSON.parse(readFileSync(url, 'utf8'));
const { robust_encoder: _, ...ofOne } = graphs;
const { robust_decoder: __, ...ofPlainAlone } = ofOne;
const part = graphs.encoder;

const ONE = viewsOf({ graphs: ofOne });
const TWO = viewsOf({ graphs: { ...graphs, robust_encoder: part } });
const BY_CLARITY = viewsOf({
  graphs: { ...graphs, robust_encoder: part },
  clear_photos: 'encoder',
});

/** The encoder, by model and clarity: robust on a degraded and a clear photo, then plain. */
function encoders(views: ReturnType<typeof viewsOf>) {
  const kinds: readonly ModelKind[] = ['robust', 'plain'];
  return kinds.flatMap((kind) =>
    [false, true].map((isClear) => viewFor(views, kind, isClear).encoder),
  );
}

describe('through which encoder a photo is seen', () => {
  test.each([
    ['one for both models', ONE, ['encoder', 'encoder', 'encoder', 'encoder']],
    ['one each', TWO, ['robust_encoder', 'robust_encoder', 'encoder', 'encoder']],
    [
      'one each, but clear photos alike',
      BY_CLARITY,
      ['robust_encoder', 'encoder', 'encoder', 'encoder'],
    ],
  ])('%s', (_name, views, expected) => {
    expect(encoders(views)).toEqual(expected);
  });

  test('who sees a photo alike is answered by one embedding', () => {
    const shared = (views: ReturnType<typeof viewsOf>, isClear: boolean) =>
      viewFor(views, 'robust', isClear) === viewFor(views, 'plain', isClear);
    expect([shared(ONE, false), shared(TWO, true)]).toEqual([true, false]);
    expect([shared(BY_CLARITY, false), shared(BY_CLARITY, true)]).toEqual([false, true]);
  });

  test('an embedding of a degraded photo is never taken for one that both can use', () => {
    const keys = BY_CLARITY.map((view) =>
      embeddingKey({ photoId: 'a', setId: 'set', precision: 'fp32', view }),
    );
    expect(new Set(keys).size).toBe(BY_CLARITY.length);
  });

  test('a set of plain SAM alone has none for RobustSAM', () => {
    const views = viewsOf({ graphs: ofPlainAlone });
    expect(viewsFor(views, 'plain')).toHaveLength(1);
    expect(() => viewsFor(views, 'robust')).toThrow(RangeError);
  });
});
