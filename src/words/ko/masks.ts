export const prompts = {
  unchanged: '마스크를 그대로 둡니다. {{reason}}',
  unchangedObject: '{{name}}: 그대로 둡니다. {{reason}}',
  nothingToZoom: '확대 보정을 하려면 먼저 객체를 클릭하거나 선택하세요.',
  nothingToFind: '먼저 사진을 여세요. 아직 찾아볼 사진이 없습니다.',
  /** Why a zoom gave no other mask. */
  zoom: {
    empty: '마스크가 비어 있습니다.',
    nothing: '모델이 그곳에서 아무것도 찾지 못했습니다.',
    endless: '객체가 주변 영역 밖까지 이어집니다.',
    large: '사진에서 차지하는 영역이 커서 확대해도 더 보이는 것이 없습니다.',
  },
} as const;

export const candidates = {
  confidence: '백분율은 마스크가 얼마나 맞는지 모델이 스스로 예측한 값입니다.',
  bestMatchWhy: '모든 프롬프트를 함께 반영하므로 맨 앞에 옵니다.',
  names: {
    single: '최적',
    whole: '전체',
    part: '부분',
    subPart: '하위 부분',
    other: '마스크 {{token}}',
  },
} as const;

export const maskPanel = {
  title: '마스크',
  selectFirst: '마스크를 다듬을 객체를 선택하세요.',
  locked: '잠긴 객체입니다. 마스크를 다듬으려면 잠금을 해제하세요.',
  parts_other: '조각 {{count}}개',
  holes_other: '구멍 {{count}}개',
  split: '조각으로 나누기',
  tidy: '얼룩과 작은 구멍 제거',
  tidyAbout: '모델이 만든 마스크에 적용됩니다. 클릭한 곳은 남습니다.',
  specks_other: '얼룩 {{count}}개',
  removed: '제거됨: {{what}}',
  leftIn: '남겨 둠: {{what}}',
  nothingToTidy: '이 마스크에는 없습니다.',
  putBack: '되살리기',
  remove: '제거',
  noOverlap: '겹침 없음',
  noOverlapAbout: '새로 만들거나 편집한 마스크가 다른 객체의 픽셀을 건드리지 않습니다.',
  zoomHabit: '작은 객체 자동 확대 보정',
  zoomHabitAbout: '모델이 축소해서 보는 사진에 적용됩니다. Z 키로 언제든 요청할 수 있습니다.',
  zoomHabits: {
    quick: '1초 안에 끝날 때만',
    always: '항상',
    never: '안 함',
  },
  reshapes: {
    'fill-holes': '구멍 채우기',
    'drop-specks': '얼룩 제거',
    smooth: '매끄럽게',
    grow: '확장·축소',
  },
  off: '끔',
  upTo: '최대 {{area, number}}px',
  apply: '적용',
  cancel: '취소',
  working: '처리 중…',
  preview: '미리보기',
} as const;

export const comparePanel = {
  title: '비교',
  pending: '두 마스크를 찾고 있습니다…',
  hint: '객체를 클릭하면 두 모델이 모두 답하고, 서로 다른 부분이 빗금으로 표시됩니다.',
  agreement: {
    same: '두 마스크가 같습니다.',
    nearlySame: '두 마스크가 거의 같습니다.',
    edges: '두 마스크가 가장자리만 다릅니다.',
    part: '두 마스크가 일부만 일치합니다.',
    little: '두 마스크가 크게 다릅니다.',
    nothing: '두 마스크에 겹치는 부분이 없습니다.',
  },
  iou: '서로의 IoU는 {{iou}}입니다.',
  iouAndDifference: '서로의 IoU는 {{iou}}이며, 사진의 {{share}}에서 차이가 납니다.',
  area: '면적',
  predictedIou: '예측 IoU',
  time: '시간',
  truth: '정답',
  noTruth: '없음',
  truthIou: '정답과의 IoU',
  truthBoundaryIou: '경계 IoU',
  nearer: '{{model}}의 마스크가 {{truth}}에 더 가깝습니다.',
  equallyNear: '두 마스크가 {{truth}}에 똑같이 가깝습니다.',
  odds: {
    likelier: '{{model}} 쪽이 맞을 가능성이 더 높습니다.',
    close: '어느 쪽이 맞는지 가리기에는 차이가 너무 작습니다.',
    measured:
      '{{photos}}, {{prompt}}: 측정한 {{cases}}건 중 {{percent}} %에서 RobustSAM의 마스크가 더 나았습니다(95 %: {{low}}~{{high}}).',
    prompts: {
      click: '클릭 한 번',
      points: '점 여러 개',
      box: '박스',
    },
    clear: '선명한 사진',
    degraded: '열화된 사진',
  },
  hatching: '다른 부분에 빗금 표시',
} as const;

export const everythingPanel = {
  title: '모두 찾기',
  find: '모두 찾기',
  about:
    '사진 곳곳에서 모델에 물어 찾은 것을 제안합니다. 직접 수락하기 전에는 객체가 되지 않습니다.',
  running: '모두 찾는 중',
  runningOn: '“{{photo}}”에서 모두 찾는 중',
  cancel: '취소',
  starting: '사진이 인코딩되면 바로 시작합니다…',
  points: '점 {{total, number}}개 중 {{done, number}}개',
  masks_other: '마스크 {{count, number}}개',
  cancelled: '점 {{total, number}}개 중 {{done, number}}개에서 취소되었습니다. 바뀐 것은 없습니다.',
  cancelledBefore: '시작하기 전에 취소되었습니다. 바뀐 것은 없습니다.',
  failed: '중단되었습니다: {{reason}}',
  nothing:
    '기준을 넘는 마스크가 없습니다. 옵션에서 “예측 IoU”나 “안정성”을 낮추거나 점을 늘려 보세요.',
  nothingNew_other: '새로 찾은 것이 없습니다. 찾은 {{count, number}}개는 모두 이미 객체입니다.',
  toDecide: '결정할 제안 {{shown}}개',
  toDecideAndAside: '결정할 제안 {{shown}}개, 슬라이더로 제외한 제안 {{aside}}개',
  decide: '결정하기',
  acceptAll: '{{shown}}개 모두 수락',
  dropAll: '{{shown}}개 모두 버리기',
  filters: {
    predictedIou: '예측 IoU 최솟값',
    area: '면적 최솟값',
    anyArea: '제한 없음',
  },
  proposals: '제안',
  proposal: '제안 {{number}}',
  figures: 'IoU {{iou}} · 안정성 {{stability}}',
  accept: '{{name}} 수락',
  drop: '{{name}} 버리기',
  options: {
    title: '옵션',
    points: '한 변의 점 수',
    share: '물어볼 점의 비율(%)',
    layers: '크롭 단계',
    divisor: '단계마다 점을 줄이는 비율',
    area: '최소 구멍·얼룩 크기(px)',
    predictedIou: '예측 IoU 하한',
    stability: '안정성 하한',
    overlap: '박스 겹침 허용 한도',
    about:
      '점 {{points, number}}개, {{model}} 기준값. 크롭 단계를 늘리면 작은 객체까지 자세히 찾지만 시간이 더 걸립니다.',
    reset: '기본값으로 되돌리기',
  },
} as const;

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

/** Beside the photo: what is in hand, and what can be done with it. */
export const shell = {
  tools: {
    rail: '도구',
    inHand: '사용 중인 도구',
    clickAdds: '클릭할 때의 동작',
    tapAdds: '탭할 때의 동작',
    tapsInclude: '탭으로 포함',
    tapsExclude: '탭으로 제외',
    options: '도구 옵션',
    size: '크기',
    pixelsOnScreen: '화면에서 {{pixels}}픽셀',
    areaMode: '영역을 마스크에 적용하는 방식',
    add: '더하기',
    subtract: '빼기',
    takeBackCorner: '마지막 꼭짓점 되돌리기',
    newObject: '새 객체',
    onObject: '{{name}} 편집',
    onMask: '현재 마스크 편집',
    noTarget: '지울 객체를 선택하세요',
    makesObject: '새 객체를 만듭니다',
    noOutline: '외곽선을 옮길 객체를 선택하세요',
    outlineOf_other: '{{name}}, 점 {{count}}개',
    snap: '붙이기',
  },
  prompt: {
    bar: '마스크 동작',
    hint: '객체를 클릭하거나 드래그해 박스로 둘러싸세요.',
    refining: '{{name}} 다듬는 중',
    zooming: '확대 보정 중…',
    finding: '마스크 찾는 중…',
    waiting: '사진을 인코딩한 뒤 클릭을 처리합니다',
    keptNext: '사진을 인코딩하는 대로 확정합니다',
    kept: '{{name}}: 확정했습니다.',
    keptAs: '{{name}}: {{class}}(으)로 확정했습니다.',
    nameIt: '{{keys}} 또는 1~9 키로 이름을 정하세요.',
    candidates: '후보 마스크',
    unsure: '불확실',
    keep: '확정',
    keepPlain: '일반 SAM 확정',
    keepRobust: 'RobustSAM 확정',
  },
} as const;
