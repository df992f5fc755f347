/** Colours of what is painted over photos. Those of objects and classes are in app/objects/palette.ts. */

/** The mask in hand, its prompt, proposals; the page's own accent is in styles/tokens.css. */
export const ACCENT = '#14b8a6';
/** A box being dragged, inside. */
export const ACCENT_VEIL = `${ACCENT}1f`;
/** Points that take away, and areas that do. */
export const EXCLUDE = '#e5484d';
/** Where two models differ. */
export const DISAGREEMENT = '#ffd166';
/** The object of the truth; of another set that is held against it. */
export const TRUTH = '#38bdf8';
export const OTHER_SET = '#f472b6';
/** A degraded photo's mask: right, missed, and too much. */
export const RIGHT = '#22c55e';
/** Between pixels that are large enough to be seen. */
export const PIXEL_GRID = 'rgb(128 128 128 / 0.35)';
/** Selected objects, and a box being dragged. */
export const HIGHLIGHT = '#fff';

/** Dark beside a line, so it is seen on any photo; where more contrast is asked for, black. */
export const CASING = 'rgb(0 0 0 / 0.55)';
export const STRONG_CASING = '#000';

/** What legends show, by the names that style sheets know it under. */
export const LEGEND_COLOURS = {
  '--painted-accent': ACCENT,
  '--painted-right': RIGHT,
  '--painted-truth': TRUTH,
  '--painted-other-set': OTHER_SET,
} as const;
