export const prompts = {
  unchanged: '마스크를 그대로 둡니다. {{reason}}',
  unchangedObject: '{{name}}: 그대로 둡니다. {{reason}}',
  nothingToZoom: '자세히 보려면 먼저 객체를 클릭하거나 선택하세요.',
  nothingToFind: '먼저 사진을 여세요. 아직 찾아볼 사진이 없습니다.',
  /** Why a closer look gave no other mask. */
  closer: {
    empty: '마스크가 비어 있습니다.',
    nothing: '모델이 그곳에서 아무것도 찾지 못했습니다.',
    endless: '객체가 주변 영역 밖까지 이어집니다.',
    large: '사진에서 차지하는 영역이 커서 확대해도 더 보이는 것이 없습니다.',
  },
} as const;
