/** `open`: its end is missing, and maybe not more; a decoder wants it closed (close.ts) before it decodes. */
export type Completeness = 'whole' | 'cut' | 'open';

export function wholeIf(isWhole: boolean): Completeness {
  return isWhole ? 'whole' : 'cut';
}
