export const welcome = {
  title: '객체를 클릭하면 마스크가 나옵니다.',
  lead: '어둡거나, 노이즈가 많거나, 안개가 끼거나, 흐린 사진도 괜찮습니다. 샘플을 골라 무엇이든 클릭하거나 내 사진을 여세요.',
  open: '사진 열기',
  orDrop: '아무 데나 끌어다 놓거나 붙여넣어도 됩니다',
  privacy: '모델은 이 브라우저 안에서 실행됩니다. 사진은 이 기기를 벗어나지 않습니다.',
  samples: '샘플 사진',
  samplesMissing: '샘플 사진이 없습니다.',
  sample: '{{title}}, {{condition}}',
} as const;
