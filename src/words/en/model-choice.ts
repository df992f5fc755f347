export const modelChoice = {
  names: {
    robust: 'RobustSAM',
    plain: 'Plain SAM',
    compare: 'Compare',
  },
  hints: {
    robust: 'RobustSAM answers, also on poor photos',
    plain: 'Plain SAM answers',
    compare: 'Both answer the same prompt',
  },
  only: 'The loaded model set has {{model}} only',
} as const;
