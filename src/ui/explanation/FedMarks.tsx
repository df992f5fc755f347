import { contract } from '../../contract/contract.ts';
import type { FedPoint } from '../../engine/explained.ts';

const { labels } = contract;
/** Pixels of the model's input in a cell of the logits. */
const CELL = contract.image.size / contract.mask.size;
const RADIUS = 4;

interface Mark extends FedPoint {
  readonly key: string;
}

/** The prompt as the decoder got it, in cells of the logits: rings include, crosses exclude, a frame is the box. */
export function FedMarks({ points }: { readonly points: readonly FedPoint[] }) {
  const marks = points.map(
    ({ x, y, label }, i): Mark => ({
      key: `${i} ${x} ${y}`,
      x: (x + 0.5) / CELL,
      y: (y + 0.5) / CELL,
      label,
    }),
  );
  const from = marks.find(({ label }) => label === labels.boxTopLeft);
  const to = marks.find(({ label }) => label === labels.boxBottomRight);
  return (
    <g className="fed-marks">
      {marks.map((mark) => (
        <PointMark key={mark.key} mark={mark} />
      ))}
      {from && to && <rect x={from.x} y={from.y} width={to.x - from.x} height={to.y - from.y} />}
    </g>
  );
}

function PointMark({ mark: { x, y, label } }: { readonly mark: Mark }) {
  if (label === labels.include) return <circle cx={x} cy={y} r={RADIUS} />;
  if (label !== labels.exclude) return null;
  const [left, right, top, bottom] = [x - RADIUS, x + RADIUS, y - RADIUS, y + RADIUS];
  return <path d={`M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}`} />;
}
