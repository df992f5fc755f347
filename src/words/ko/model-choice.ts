export const modelChoice = {
  names: {
    robust: 'RobustSAM',
    plain: '일반 SAM',
    compare: '비교',
  },
  hints: {
    robust: 'RobustSAM이 답합니다. 품질이 낮은 사진도 가능합니다',
    plain: '일반 SAM이 답합니다',
    compare: '같은 프롬프트에 두 모델이 모두 답합니다',
  },
  only: '불러온 모델 세트에 {{model}}만 있습니다',
} as const;
