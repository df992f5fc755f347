/** Milliseconds of the steps between a question and its mask, in the worker; what was kept from before took none. */
export interface DecodeSteps {
  /** The embedding's tensors, points and mask prompt made ready. */
  readonly feeds: number;
  /** Runs of the decoder, and its answers read back. */
  readonly decoder: number;
  /** What each mask covers, and which is the answer. */
  readonly choice: number;
  /** Logits to a mask of the photo's size. */
  readonly mask: number;
  /** Specks and small holes found. */
  readonly tidy: number;
}

/** Milliseconds of an encode. */
export interface EncodeSteps {
  /** Pixels to the encoder's input, and its session opened where it was not. */
  readonly prepare: number;
  readonly encoder: number;
  /** Outputs read back and rounded to half precision. */
  readonly read: number;
}

/** A stopwatch that gives all time to one step or another. */
export interface Laps<Steps> {
  readonly steps: Steps;
  /** Adds what went by since the end of the lap before to the step. */
  end(step: keyof Steps): void;
}

export function decodeLaps(): Laps<DecodeSteps> {
  return startLaps({ feeds: 0, decoder: 0, choice: 0, mask: 0, tidy: 0 });
}

export function encodeLaps(): Laps<EncodeSteps> {
  return startLaps({ prepare: 0, encoder: 0, read: 0 });
}

function startLaps<Name extends string>(steps: Record<Name, number>): Laps<Record<Name, number>> {
  let since = performance.now();
  return {
    steps,
    end(step) {
      const now = performance.now();
      steps[step] += now - since;
      since = now;
    },
  };
}
