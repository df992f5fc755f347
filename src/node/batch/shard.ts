import { createHash } from 'node:crypto';
import { misuse } from '../failure.ts';

/** The i-th of n parts of a folder, i from 1 on; the whole is 1/1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** "2/8". Throws a Failure for anything else. */
export function shardFrom(text = '1/1'): Shard {
  const [, index = 0, count = 0] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (index >= 1 && index <= count) return { index, count };
  throw misuse(`--shard ${text}: it is i/n, as 1/8 to 8/8.`);
}

/** By the photo's name alone, so it stays in its shard whatever else comes into the folder. */
export function isInShard(photo: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(photo).digest().readUIntBE(0, 6);
  return hash % count === index - 1;
}

export const JOURNAL_NAME = 'journal.jsonl';

/** A folder of its own for each shard. */
export function shardFolder({ index, count }: Shard): string {
  return count === 1 ? '' : `shard-${index}-of-${count}`;
}
