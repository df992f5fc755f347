import { describe, expect, it } from 'vitest';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject } from '../../document/types.ts';
import { byName, type Listing, listedPhotos, WHOLE_LIST } from './listing.ts';

function photo(name: string, folder = '') {
  return {
    id: name,
    name,
    folder,
    size: { width: 1, height: 1 },
    format: 'png',
    bytes: 1,
  } as const;
}

const object = {} as MaskObject;
const state: DocumentState = {
  ...EMPTY_DOCUMENT,
  photos: [photo('10.jpg'), photo('9.jpg'), photo('cat.jpg', 'home'), photo('dog.jpg', 'home')],
  objects: { '9.jpg': [object], 'dog.jpg': [object, object] },
  done: { 'dog.jpg': true },
};

function names(listing: Partial<Listing>): string[] {
  return listedPhotos(state, { ...WHOLE_LIST, ...listing }).map(({ name }) => name);
}

describe('the listing of photos', () => {
  it('is all of them as they were added, unless it is asked for less', () => {
    expect(listedPhotos(state, WHOLE_LIST)).toBe(state.photos);
    expect(names({ text: ' HOME ' })).toEqual(['cat.jpg', 'dog.jpg']);
    expect(names({ text: 'home/c' })).toEqual(['cat.jpg']);
    expect(names({ stage: 'untouched' })).toEqual(['10.jpg', 'cat.jpg']);
    expect(names({ stage: 'in-work' })).toEqual(['9.jpg']);
    expect(names({ stage: 'done', text: 'nothing' })).toEqual([]);
  });

  it('has numbers in their order, and folders before names', () => {
    expect(names({ sort: 'name' })).toEqual(['9.jpg', '10.jpg', 'cat.jpg', 'dog.jpg']);
    const far = [photo('a.jpg', 'day 10'), photo('b.jpg', 'day 9'), photo('z.jpg')];
    expect(far.sort(byName).map(({ name }) => name)).toEqual(['z.jpg', 'b.jpg', 'a.jpg']);
  });

  it('puts what has most objects, or most to do, first', () => {
    expect(names({ sort: 'objects' })).toEqual(['dog.jpg', '9.jpg', '10.jpg', 'cat.jpg']);
    expect(names({ sort: 'stage' })).toEqual(['10.jpg', 'cat.jpg', '9.jpg', 'dog.jpg']);
    expect(state.photos[0]?.name).toBe('10.jpg');
  });
});
