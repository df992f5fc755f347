import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreed, type KnownFile, keepMine, verdictOn } from './plan.ts';

const BLANK = 'blank';
const content = fc.constantFrom(BLANK, 'a', 'b', 'c');

/** Anything that can happen to one file. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('mine' as const), content }),
  fc.record({ kind: fc.constant('outside' as const), content: fc.option(content) }),
  fc.record({
    kind: fc.constant('sync' as const),
    answer: fc.constantFrom('mine' as const, 'theirs' as const, 'later' as const),
  }),
);

/** App and disk, the file as both have it, and the contents that someone would miss. */
function createFile() {
  let [mine, there, known] = [BLANK, null as string | null, null as KnownFile | null];
  /** What another program wrote and nobody here has seen. */
  let unseen: string | null = null;
  const isBlank = () => mine === BLANK;

  function take(): void {
    mine = there ?? BLANK;
    known = agreed(there, mine);
    unseen = null;
  }

  function sync(answer: 'mine' | 'theirs' | 'later') {
    const verdict = verdictOn({ digest: mine, isBlank: isBlank() }, known, there);
    if (verdict === 'write') {
      expect(unseen).toBeNull();
      there = mine;
    }
    if (verdict === 'same' || verdict === 'write') {
      known = there === mine ? agreed(there, mine) : known;
      unseen = null;
    }
    if (verdict === 'take') {
      expect(mine).toBe(BLANK);
      take();
    }
    if (verdict !== 'ask' || answer === 'later') return verdict;
    if (answer === 'theirs') take();
    else {
      known = keepMine(there);
      unseen = null;
    }
    return sync('later');
  }

  return {
    sync,
    settled: () => there === mine || (there === null && isBlank()),
    mine(next: string) {
      mine = next;
    },
    outside(next: string | null) {
      // Put back as it was known, there is nothing to miss.
      unseen = next === known?.file ? null : next;
      there = next;
    },
  };
}

describe('what becomes of a file', () => {
  it('never writes over what somebody else wrote and nobody was asked about', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const file = createFile();
        for (const one of events) {
          if (one.kind === 'sync') file.sync(one.answer);
          else if (one.kind === 'mine') file.mine(one.content);
          else file.outside(one.content);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends with app and disk saying the same once everything is answered, and then rests', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 30 }),
        fc.constantFrom('mine' as const, 'theirs' as const),
        (events, answer) => {
          const file = createFile();
          for (const one of events) {
            if (one.kind === 'sync') file.sync(one.answer);
            else if (one.kind === 'mine') file.mine(one.content);
            else file.outside(one.content);
          }
          file.sync(answer);
          expect(file.settled()).toBe(true);
          expect(file.sync('later')).toBe('same');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a new file of ours', { mine: 'a', known: null, there: null }, 'write'],
    ['nothing to say', { mine: BLANK, known: null, there: null }, 'same'],
    ['labels that were there first', { mine: BLANK, known: null, there: 'a' }, 'take'],
    ['labels on both sides from the start', { mine: 'a', known: null, there: 'b' }, 'ask'],
    ['ours changed', { mine: 'b', known: ['a', 'a'], there: 'a' }, 'write'],
    [
      'theirs in their own style, taken before',
      { mine: 'a', known: ['A', 'a'], there: 'A' },
      'same',
    ],
    ['theirs changed', { mine: 'a', known: ['a', 'a'], there: 'b' }, 'ask'],
    ['theirs deleted', { mine: 'a', known: ['a', 'a'], there: null }, 'ask'],
    ['both deleted', { mine: BLANK, known: ['a', 'a'], there: null }, 'same'],
    ['emptied here', { mine: BLANK, known: ['a', 'a'], there: 'a' }, 'write'],
  ] as const)('%s', (_, { mine, known, there }, verdict) => {
    const was = known && { file: known[0], wanted: known[1] };
    expect(verdictOn({ digest: mine, isBlank: mine === BLANK }, was, there)).toBe(verdict);
  });
});
