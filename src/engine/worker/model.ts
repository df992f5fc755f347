import type { ModelKind } from '../../contract/model-kind.ts';
import type { Precision } from '../protocol.ts';
import type { Calibration } from './calibration.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/** A started model. */
export interface Model {
  readonly id: string;
  /** Who can answer. */
  readonly kinds: readonly ModelKind[];
  readonly precision: Precision;
  readonly runtime: Runtime;
  readonly sessions: Sessions;
  readonly calibration: Calibration;
  /** RobustSAM's single mask is a blend with the candidates (training/model/blend.py). */
  readonly isBlended: boolean;
  readonly isOfficial: boolean;
}
