export const stage = {
  photo: '사진. {{hint}}.',
  photoOf: '{{model}} 결과로 본 사진. {{hint}}.',
  click: '객체를 클릭하세요',
  leave: '{{keys}} 키를 누르면 페이지의 다음 부분으로 갑니다',
  crosshair: '{{keys}}: 화살표 키로 움직이는 십자선',
  shortcuts: '{{keys}}: 모든 단축키',
  questionMark: '물음표',
  predicted: '예측',
  wipe: {
    label: '왼쪽 일반 SAM, 오른쪽 RobustSAM을 나누는 구분선',
    value: '사진의 {{percent}}%에 일반 SAM 표시',
  },
} as const;

export const tour = {
  title: '둘러보기',
  next: '다음',
  done: '마침',
  skip: '둘러보기 건너뛰기',
  place: '{{total}}단계 중 {{number}}단계',
  open: {
    title: '사진 열기',
    text: '사진을 고르거나, 아무 데나 끌어다 놓거나, 샘플을 여세요. 어떤 것도 이 기기를 벗어나지 않습니다.',
  },
  click: {
    title: '객체 클릭',
    text: '클릭하면 마스크가 나타납니다. 포함하지 않을 부분은 오른쪽 버튼으로 클릭하세요.',
    touch: '탭하면 마스크가 나타납니다. 포함하지 않을 부분은 −로 바꾸고 탭하세요.',
  },
  keep: {
    title: '확정하고 이름 붙이기',
    object: '확정 버튼을 누르면 객체가 됩니다.',
    objectKeys: '확정 버튼({{keys}})을 누르면 객체가 됩니다.',
    class: '방금 확정한 객체의 이름은 클래스 입력란에서 정하세요.',
    classKeys: '그런 다음 {{keys}} 키로 이름을 정하세요.',
  },
  export: {
    title: '내보내기',
    formats: 'COCO, YOLO 또는 그림으로 모두 가져가세요.',
    search: '나머지는 모두 검색에서 찾을 수 있습니다.',
    searchKeys: '나머지는 모두 검색({{keys}})에서 찾을 수 있습니다.',
  },
} as const;

export const room = {
  memory: '메모리: {{budget}} 중 {{used}}',
  parts:
    '사진 {{photo}}, 마스크와 기록 {{masks}}, 임베딩 {{embeddings}}, 썸네일 {{thumbnails}}. 모델은 별도입니다.',
} as const;
