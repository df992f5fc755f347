import { expect, it } from 'vitest';
import { createDocument } from '../../document/document.ts';
import type { MaskObject, PhotoEntry } from '../../document/types.ts';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { rescaleMask } from '../../mask/rescale.ts';
import { correctSize } from './correct-size.ts';

const photo: PhotoEntry = {
  id: 'a',
  name: 'a.png',
  folder: '',
  size: { width: 4, height: 2 },
  format: 'png',
  bytes: 1,
};

const object: MaskObject = {
  id: 'o',
  name: 'o',
  mask: maskFromBitmap(Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0), photo.size),
  color: 0,
  classId: null,
  predictedIou: null,
  model: null,
  prompt: [{ kind: 'point', at: { x: 1, y: 1 }, label: 'include', candidate: null }],
  isHidden: false,
  isLocked: false,
  note: '',
  attributes: [],
};

function documentWithPhoto() {
  const document = createDocument();
  document.applyUnrecorded({ kind: 'add-photos', placed: [{ photo, index: 0 }] });
  document.applyUnrecorded({ kind: 'add-object', photoId: 'a', object, index: 0 });
  return document;
}

it('takes along what was labelled by a wrong size', () => {
  const document = documentWithPhoto();
  correctSize(document, 'a', { width: 2, height: 4 });
  const { photos, objects } = document.state.getState();
  expect(photos[0]?.size).toEqual({ width: 2, height: 4 });
  const [labelled] = objects.a ?? [];
  const stretched = maskFromBitmap(Uint8Array.of(1, 0, 1, 0, 0, 0, 0, 0), { width: 2, height: 4 });
  expect(labelled?.mask).toEqual(stretched);
  expect(labelled?.prompt).toMatchObject([{ at: { x: 0.5, y: 2 } }]);
});

it('changes nothing where the size was right', () => {
  const document = documentWithPhoto();
  const before = document.state.getState();
  correctSize(document, 'a', photo.size);
  expect(document.state.getState()).toBe(before);
});

it('takes along what can be undone and redone', () => {
  const document = documentWithPhoto();
  const size = { width: 2, height: 4 };
  const edited = {
    ...object,
    mask: maskFromBitmap(Uint8Array.of(1, 0, 0, 1, 0, 0, 1, 1), photo.size),
  };
  const second = { ...object, id: 'p' };
  const masks = () => (document.state.getState().objects.a ?? []).map(({ mask }) => mask);
  document.commit({
    ...{ name: 'edit', photoId: 'a' },
    changes: [{ kind: 'set-object', photoId: 'a', before: object, after: edited }],
  });
  document.commit({
    ...{ name: 'keep', photoId: 'a' },
    changes: [{ kind: 'add-object', photoId: 'a', object: second, index: 1 }],
  });
  document.undo();
  correctSize(document, 'a', size);
  const [one, other] = [rescaleMask(object.mask, size), rescaleMask(edited.mask, size)];
  expect(masks()).toEqual([other]);
  document.undo();
  expect(masks()).toEqual([one]);
  document.redo();
  document.redo();
  expect(masks()).toEqual([other, one]);
});
