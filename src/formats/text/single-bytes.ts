import { decodeLatin } from './latin.ts';
import { letterSides, type Run } from './runs-beyond-ascii.ts';

const LATIN_LETTER = /[À-ÖØ-öø-ÿŠŒŽšœžŸ]/u;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u;
/** What stands beside words and figures; the rest of windows-1252 is hardly ever typed. */
const SYMBOLS = '€‚„…‘’“”•–—™¡¢£§©ª«®°±²³µ·¹º»¼½¾¿×÷';
const CYRILLIC = new TextDecoder('windows-1251');

/** How likely a text is in windows-1252, from 0 to 1: a mean over the runs. */
export function latinScore(runs: readonly Run[]): number {
  return meanOf(runs, latinLikelihood);
}

/** As above, of windows-1251. */
export function cyrillicScore(runs: readonly Run[]): number {
  return meanOf(runs, cyrillicLikelihood);
}

function meanOf(runs: readonly Run[], likelihood: (run: Run) => number): number {
  if (runs.length === 0) return 0;
  return runs.reduce((sum, run) => sum + likelihood(run), 0) / runs.length;
}

function latinLikelihood(run: Run): number {
  const signs = [...decodeLatin(run.bytes)];
  const isSymbol = (sign: string) => SYMBOLS.includes(sign);
  const letters = signs.filter((sign) => !isSymbol(sign));
  if (!letters.every((sign) => LATIN_LETTER.test(sign))) return 0;
  return letters.length === 0 ? symbolLikelihood(signs, run) : accentLikelihood(letters, run);
}

/** An apostrophe within a word and the sign of millionths before a unit are no chance. */
function symbolLikelihood(signs: readonly string[], run: Run): number {
  const sides = letterSides(run);
  const [first] = signs;
  if (signs.length === 1 && (first === '’' ? sides === 2 : first === 'µ' && sides === 1)) {
    return 0.95;
  }
  return signs.length <= 2 ? 0.6 : 0;
}

/** Accents stand alone or in twos, between letters; doubled they may end a word, or be one. */
function accentLikelihood(letters: readonly string[], run: Run): number {
  const sides = letterSides(run);
  if (letters.length <= 2 && sides >= letters.length) return 1;
  if (letters.length === 2 && letters[0] === letters[1]) return sides > 0 ? 0.9 : 0.75;
  if (letters.length === 1) return 0.6;
  return letters.every((letter) => letter === letter.toUpperCase()) ? 0.4 : 0;
}

/** Words of small letters, the first of which may be a capital, or of capitals; none within a Latin word. */
function cyrillicLikelihood(run: Run): number {
  const word = CYRILLIC.decode(run.bytes);
  if (letterSides(run) > 0 || !CYRILLIC_WORD.test(word)) return 0;
  if (word.length === 1) return 0.3;
  const rest = word.slice(1);
  if (rest === rest.toLowerCase()) return word.length > 3 ? 0.75 : 0.7;
  return word === word.toUpperCase() ? 0.5 : 0;
}
