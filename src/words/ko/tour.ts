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
    text: '클릭하면 마스크가 나타납니다. 오른쪽 클릭은 필요 없는 부분을 뺍니다. 터치 화면에서는 − 버튼을 쓰세요.',
  },
  keep: {
    title: '확정하고 이름 붙이기',
    object: '확정 버튼을 누르면 객체가 됩니다.',
    objectKeys: '확정 버튼({{keys}})을 누르면 객체가 됩니다.',
    class: '클래스 입력란에서 클래스를 지정하세요.',
    classKeys: '클래스 입력란({{keys}})에서 클래스를 지정하세요.',
  },
  export: {
    title: '내보내기',
    formats: 'COCO, YOLO 또는 그림으로 모두 가져가세요.',
    search: '나머지는 모두 검색에서 찾을 수 있습니다.',
    searchKeys: '나머지는 모두 검색({{keys}})에서 찾을 수 있습니다.',
  },
} as const;
