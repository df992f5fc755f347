export const candidates = {
  title: '현재 마스크',
  prompts_other: '프롬프트 {{count}}개',
  pending: '클릭한 곳의 마스크를 찾고 있습니다…',
  hint: '객체를 클릭하거나 드래그해 박스로 둘러싸세요. 제외할 부분은 오른쪽 버튼으로 클릭하세요.',
  iouTip: '모델이 스스로 예측한 이 마스크의 IoU',
  names: {
    single: '단일',
    whole: '전체',
    part: '부분',
    subPart: '하위 부분',
    other: '마스크 {{token}}',
  },
} as const;
