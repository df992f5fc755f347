/** Who answers: RobustSAM, or plain SAM on the same encoding of the photo. */
export const MODEL_KINDS = ['robust', 'plain'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];
