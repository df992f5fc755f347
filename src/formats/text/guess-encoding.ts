/** Signs beyond ASCII that are looked at; more would not change the answer. */
const MOST_SIGNS = 20_000;

/** How likely two bytes are one sign of an encoding; 0: they are none. */
type Likelihood = (lead: number, trail: number) => number;

/** Labels of the Encoding Standard; where two fit alike, the first one wins. */
const PAIRS: Readonly<Record<string, Likelihood>> = {
  // The everyday signs of GB2312 lie from B0 to D7, rare ones behind, those that GBK added elsewhere.
  gbk(lead, trail) {
    if (trail < 0x40 || trail === 0x7f || trail > 0xfe || lead < 0x81) return 0;
    if (trail < 0xa1 || lead < 0xa1 || lead > 0xf7) return 0.05;
    if (lead < 0xb0) return 0.5;
    return lead <= 0xd7 ? 1 : 0.4;
  },
  shift_jis(lead, trail) {
    if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return 0;
    if ((lead < 0x81 || lead > 0x9f) && (lead < 0xe0 || lead > 0xfc)) return 0;
    if (lead === 0x82 || lead === 0x83) return 1;
    return lead <= 0x97 ? 0.9 : 0.3;
  },
  'euc-kr'(lead, trail) {
    if (trail < 0x41 || lead < 0x81 || lead > 0xfd || trail > 0xfe) return 0;
    if (trail < 0xa1 || lead < 0xa1) return 0.05;
    return lead >= 0xb0 && lead <= 0xc8 ? 1 : 0.2;
  },
  big5(lead, trail) {
    if (trail < 0x40 || trail === 0x7f || trail > 0xfe || lead < 0xa1 || lead > 0xf9) return 0;
    if (trail > 0x7e && trail < 0xa1) return 0;
    if (lead < 0xa4) return 0.4;
    return lead <= 0xc6 ? 0.9 : 0.3;
  },
};

/** From here on bytes that are all of Korea's everyday syllables are hardly Chinese by chance. */
const ENOUGH_SYLLABLES = 4;
const LEAST_LIKELY = 0.25;

/** The encoding that bytes which are not UTF-8 most likely have; null: none of those known here. */
export function guessEncoding(bytes: Uint8Array): string | null {
  const runs = runsBeyondAscii(bytes);
  const scores = Object.entries(PAIRS).map(
    ([encoding, likelihood]) => [encoding, scoreOfPairs(bytes, runs, likelihood)] as const,
  );
  scores.push(['windows-1252', latinScore(bytes, runs)], ['windows-1251', cyrillicScore(runs)]);
  const korean = scores.find(([encoding]) => encoding === 'euc-kr')?.[1] ?? 0;
  const signs = runs.reduce((sum, { length }) => sum + length, 0) / 2;
  const isKoreanHere = globalThis.navigator?.language.startsWith('ko') ?? false;
  if (korean === 1 && (isKoreanHere || signs >= ENOUGH_SYLLABLES)) return 'euc-kr';
  const [best, score] = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return score >= LEAST_LIKELY ? best : null;
}

interface Run {
  readonly start: number;
  readonly length: number;
  readonly bytes: Uint8Array;
}

/** Bytes of 0x80 and above that stand together. */
function runsBeyondAscii(bytes: Uint8Array): Run[] {
  const runs: Run[] = [];
  let seen = 0;
  for (let i = 0; i < bytes.length && seen < MOST_SIGNS; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const start = i;
    while ((bytes[i] ?? 0) >= 0x80) i++;
    seen += i - start;
    runs.push({ start, length: i - start, bytes: bytes.subarray(start, i) });
  }
  return runs;
}

/** The mean over all signs; a pair may take the first ASCII byte behind its run, as GBK's may. */
function scoreOfPairs(bytes: Uint8Array, runs: readonly Run[], likelihood: Likelihood): number {
  let [sum, signs] = [0, 0];
  for (const { start, length } of runs) {
    for (let i = start; i < start + length; i += 2) {
      const found = likelihood(bytes[i] ?? 0, bytes[i + 1] ?? 0);
      if (found === 0) return 0;
      sum += found;
      signs++;
    }
  }
  return signs === 0 ? 0 : sum / signs;
}

const isLetter = (byte: number | undefined) =>
  byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));

/** Accents stand alone or in twos, between letters. */
function latinScore(bytes: Uint8Array, runs: readonly Run[]): number {
  const accents = runs.filter(({ start, length, bytes: accented }) => {
    const sides = [bytes[start - 1], bytes[start + length]].filter(isLetter).length;
    return length <= 2 && sides >= length && accented.every((byte) => byte >= 0xc0);
  });
  return runs.length === 0 ? 0 : accents.length / runs.length;
}

/** Words of small letters, the first of which may be a capital. */
function cyrillicScore(runs: readonly Run[]): number {
  const words = runs.filter(
    ({ length, bytes }) =>
      length > 1 && bytes[0] && bytes[0] >= 0xc0 && bytes.slice(1).every((byte) => byte >= 0xe0),
  );
  return runs.length === 0 ? 0 : (0.7 * words.length) / runs.length;
}

/** Things that photos show and whose sign in GBK is an accented letter in UTF-8: è is 猫, a cat. */
const NOUNS_IN_DISGUISE = 'âèêëìñ÷ùúü';

/**
 * Two bytes of GBK can be an accented letter in UTF-8. Such a letter that stands alone, where no
 * other single letter is a word, is far more likely an everyday Chinese sign.
 */
export function isChineseInDisguise(bytes: Uint8Array): boolean {
  const runs = runsBeyondAscii(bytes);
  const isDisguised = ({ start, length, bytes: [lead, trail = 0] }: Run) =>
    length === 2 &&
    lead === 0xc3 &&
    NOUNS_IN_DISGUISE.includes(String.fromCharCode(trail + 0x40)) &&
    !isLetter(bytes[start - 1]) &&
    !isLetter(bytes[start + 2]);
  if (runs.length === 0 || !runs.every(isDisguised)) return false;
  return !/:\s*"[a-z]"|^[a-z]\r?$/im.test(new TextDecoder().decode(bytes.subarray(0, 2 ** 20)));
}
