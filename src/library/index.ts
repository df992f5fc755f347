/** What is the same in a browser and in Node. */
export type { ModelKind } from '../contract/model-kind.ts';
export {
  EVERYTHING_DEFAULTS,
  type EverythingOptions,
  type EverythingProgress,
  type EverythingThresholds,
  type FoundMask,
  THRESHOLDS,
} from '../engine/everything.ts';
export type { Backend, BackendChoice, Candidate, StartProgress } from '../engine/protocol.ts';
export type { ImageBox, ImagePoint, Size } from '../geometry/spaces.ts';
export type { Direction } from '../report/blur.ts';
export { findingsOf, type Level, MEASURES, type Measure } from '../report/findings.ts';
export type { PhotoFigures, PhotoReport } from '../report/report.ts';
export type * from './api.ts';
export { type ErrorCode, RobustSamError } from './errors.ts';
export * from './masks.ts';
