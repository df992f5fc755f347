import { isAsciiLetter, letterSides, type Run, runsBeyondAscii } from './runs-beyond-ascii.ts';
import { cyrillicScore, latinScore } from './single-bytes.ts';

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
  scores.push(['windows-1252', latinScore(runs)], ['windows-1251', cyrillicScore(runs)]);
  const korean = scores.find(([encoding]) => encoding === 'euc-kr')?.[1] ?? 0;
  const signs = runs.reduce((sum, run) => sum + run.bytes.length, 0) / 2;
  if (korean === 1 && (isBrowserIn(/^ko/) || signs >= ENOUGH_SYLLABLES)) return 'euc-kr';
  const [best, score] = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return score >= LEAST_LIKELY ? best : null;
}

/** The mean over all signs; a pair may take the first ASCII byte behind its run, as GBK's may. */
function scoreOfPairs(bytes: Uint8Array, runs: readonly Run[], likelihood: Likelihood): number {
  let [sum, signs, end] = [0, 0, 0];
  for (const run of runs) {
    const within = isWithinWord(run, end) ? WITHIN_A_WORD : 1;
    for (let i = run.start; i < run.start + run.bytes.length; i += 2) {
      const found = likelihood(bytes[i] ?? 0, bytes[i + 1] ?? 0);
      if (found === 0) return 0;
      sum += found * within;
      signs++;
      end = i + 2;
    }
  }
  return signs === 0 ? 0 : sum / signs;
}

/** Between Latin letters on both sides no such sign is ever written: "kid's" with a curly mark is no 痴. */
const WITHIN_A_WORD = 0.3;

/** A letter before `end` is the second half of the sign before. */
function isWithinWord(run: Run, end: number): boolean {
  return run.start > end && letterSides(run) === 2;
}

/** Things that photos show and whose sign in GBK is an accented letter in UTF-8: è is 猫, a cat. */
const NOUNS_IN_DISGUISE = 'âèêëìñ÷ùúü';
/** What no language writes as a word of one letter: 瓶, 枪, 纸 and 雪 in GBK, among others. */
const NO_WORDS =
  /[·ţ\u0180-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd-\u0217\u021c-\u0258\u025a-\u036f\u0460-\u0489\u0591-\u05c7]/;
/** Whose own letters these are: there è is a word rather than a cat. */
const ACCENTED_LANGUAGES = /^(ca|cy|de|es|eu|fr|ga|gd|gl|hr|it|lb|nb|nn|no|oc|pt|rm|ro|sv|tr|vi)\b/;
/** More different ones are an alphabet. */
const MOST_DISGUISED = 3;

/**
 * Two bytes of GBK can be a letter in UTF-8. Such a letter that stands alone, where no other single
 * letter is a word, is far more likely an everyday Chinese sign.
 */
export function isChineseInDisguise(bytes: Uint8Array): boolean {
  if (isBrowserIn(ACCENTED_LANGUAGES)) return false;
  const runs = runsBeyondAscii(bytes);
  if (runs.length === 0 || !runs.every(isDisguised)) return false;
  if (new Set(runs.map((run) => run.bytes.join())).size > MOST_DISGUISED) return false;
  return !/:\s*"[a-z]"|^[a-z]\r?$/im.test(new TextDecoder().decode(bytes.subarray(0, 2 ** 20)));
}

function isDisguised({ bytes, before, after }: Run): boolean {
  const [, trail = 0] = bytes;
  if (bytes.length !== 2 || trail < 0xa1 || isAsciiLetter(before) || isAsciiLetter(after))
    return false;
  const sign = new TextDecoder().decode(bytes);
  return NOUNS_IN_DISGUISE.includes(sign) || NO_WORDS.test(sign);
}

/** Whoever speaks a language has more files in it. */
function isBrowserIn(languages: RegExp): boolean {
  return languages.test(globalThis.navigator?.language ?? '');
}
