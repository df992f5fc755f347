import { UNSURE_BELOW } from './candidates.ts';

/** Beside a best candidate that the model itself does not trust. */
export function Unsure() {
  const reason = `The model expects an IoU below ${UNSURE_BELOW}: look closely, or add a prompt. The photo may be too poor.`;
  return (
    <span className="unsure" title={reason}>
      unsure
    </span>
  );
}
