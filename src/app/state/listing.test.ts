import { describe, expect, it } from 'vitest';
import { type DocumentState, EMPTY_DOCUMENT, type MaskObject } from '../../document/types.ts';
import { CLEAR } from '../../report/testing/figures.ts';
import { dependsOnReports, listedPhotos } from './listed.ts';
import { byName, type Listing, WHOLE_LIST } from './listing.ts';

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

/** `dog.jpg` is not measured. */
const reports = new Map([
  ['10.jpg', CLEAR],
  ['9.jpg', { ...CLEAR, darkness: 0.8, noise: 6 }],
  ['cat.jpg', { ...CLEAR, darkness: 0.95 }],
]);

function names(listing: Partial<Listing>): string[] {
  const view = { listing: { ...WHOLE_LIST, ...listing }, reports };
  return listedPhotos(state, view).map(({ name }) => name);
}

describe('the listing of photos', () => {
  it('is all of them as they were added, unless it is asked for less', () => {
    expect(listedPhotos(state, { listing: WHOLE_LIST, reports })).toBe(state.photos);
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

  it('has those of one fault, the clear and the unmeasured, and the worst first', () => {
    // Two faults weigh more than one that is a little worse.
    expect(names({ sort: 'worst' })).toEqual(['9.jpg', 'cat.jpg', '10.jpg', 'dog.jpg']);
    expect(names({ quality: 'darkness' })).toEqual(['9.jpg', 'cat.jpg']);
    expect(names({ quality: 'darkness', sort: 'worst' })).toEqual(['cat.jpg', '9.jpg']);
    expect(names({ quality: 'noise' })).toEqual(['9.jpg']);
    expect(names({ quality: 'clear' })).toEqual(['10.jpg']);
    expect(names({ quality: 'unmeasured' })).toEqual(['dog.jpg']);
    expect(names({ quality: 'darkness', stage: 'untouched' })).toEqual(['cat.jpg']);
    expect(dependsOnReports({ ...WHOLE_LIST, sort: 'worst' })).toBe(true);
    expect(dependsOnReports(WHOLE_LIST)).toBe(false);
  });
});
