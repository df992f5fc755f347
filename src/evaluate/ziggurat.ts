/** The tables of NumPy's normal numbers: Marsaglia and Tsang's ziggurat of 256 layers. */

const LAYERS = 256;
/** Where the tail begins, and the area of a layer. */
export const TAIL = 3.6541528853610088;
const AREA = 0.004928673233974655;
const STEPS = 2 ** 52;

interface Ziggurat {
  /** Below it a number is inside its layer for sure. */
  readonly sure: Float64Array;
  readonly width: Float64Array;
  readonly height: Float64Array;
}

export const ZIGGURAT: Ziggurat = layers();

function layers(): Ziggurat {
  const sure = new Float64Array(LAYERS);
  const width = new Float64Array(LAYERS);
  const height = new Float64Array(LAYERS);
  const last = LAYERS - 1;
  const base = AREA / density(TAIL);
  sure[0] = (TAIL / base) * STEPS;
  width[0] = base / STEPS;
  height[0] = 1;
  width[last] = TAIL / STEPS;
  height[last] = density(TAIL);
  let [x, above] = [TAIL, TAIL];
  for (let i = last - 1; i >= 1; i--) {
    x = Math.sqrt(-2 * Math.log(AREA / x + density(x)));
    sure[i + 1] = (x / above) * STEPS;
    above = x;
    width[i] = x / STEPS;
    height[i] = density(x);
  }
  return { sure, width, height };
}

export function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}
