import type { ModelKind } from '../../contract/model-kind.ts';
import type { Manifest } from '../../models/manifest.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { promptKind } from '../../prompt/prompt-kind.ts';

export type Calibration = Manifest['calibration'];

/**
 * The mean IoU of masks with this predicted IoU, 0 to 1, by the set's curve for such a prompt: straight
 * lines between its points, level outside them. Where the set has none, the prediction itself, which may
 * overshoot what an IoU can be.
 */
export function calibratedIou(
  calibration: Calibration,
  model: ModelKind,
  prompt: Prompt,
  predicted: number,
): number {
  const curve = calibration?.[model]?.[promptKind(prompt)];
  if (!curve) return Math.min(1, Math.max(0, predicted));
  const next = curve.findIndex(([x]) => x >= predicted);
  const [above, below] = [curve.at(next), curve.at(Math.max(0, next - 1))];
  if (!above || !below) return predicted;
  const [[x0, y0], [x1, y1]] = [below, above];
  const share = x1 > x0 && next > 0 ? (predicted - x0) / (x1 - x0) : 1;
  return y0 + share * (y1 - y0);
}
