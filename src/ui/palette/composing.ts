/** The first of the Hangul syllables; each vowel has so many of them, by the consonants at the end. */
const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;

/**
 * What a text may mean whose last syllable is still being typed, the likeliest first: "냅" is on its way to
 * "내보", "내ㅂ" as well.
 */
export function readingsOf(words: string): readonly string[] {
  const [last = ''] = /[ㄱ-ㅣ가-힣]$/u.exec(words) ?? [];
  if (last === '') return [words];
  const before = words.slice(0, -1);
  const at = last.charCodeAt(0) - FIRST_SYLLABLE;
  const open = at >= 0 ? String.fromCharCode(FIRST_SYLLABLE + at - (at % FINALS)) : '';
  return [...new Set([words, before + open, before])];
}
