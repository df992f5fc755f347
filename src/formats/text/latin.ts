/** What windows-1252 has from 80 to 9F; Node 20 gives control signs there. */
const HIGH_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const CONTROL = /[\x80-\x9f]/g;

/** Text of windows-1252, which also stands for Latin-1; never throws, as every byte is a sign. */
export function decodeLatin(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(CONTROL, (sign) => HIGH_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}
