export const photos = {
  photo: '사진',
  count_other: '사진 {{count}}장',
  noneInFolder: '이 폴더에는 사진(JPEG, PNG, WebP, AVIF, HEIC, GIF, BMP, TIFF)이 없습니다.',
  moreUnopened_other: '그 밖의 파일 {{count, number}}개를 열 수 없습니다.',
  noSuchSample: '“{{id}}” 샘플 사진이 없습니다.',
  sampleMissing: '{{name}}: 샘플 파일이 없습니다.',
  changed: '{{name}}: 파일을 연 뒤에 내용이 바뀌었습니다. 라벨을 확인하세요.',
  replaced: '{{name}}: 파일에 크기가 다른 사진이 들어 있습니다. 원래 파일을 찾아 다시 여세요.',
  notAtHand: '사진 파일을 찾을 수 없습니다.',
  locked: '사진 파일에 접근할 권한이 없습니다.',
  problems: {
    formats: 'JPEG, PNG, WebP, AVIF, HEIC, GIF, BMP 또는 TIFF',
    empty: '빈 파일입니다. {{formats}} 사진을 여세요.',
    inaccessible:
      '디스크에서 파일을 읽을 수 없습니다. 이동되었거나 삭제되었거나 폴더일 수 있습니다.',
    notAnImage: '사진이 아닙니다. {{formats}} 파일을 여세요.',
    unsupported:
      '이 종류의 파일({{format}})은 열 수 없습니다. 다음 형식으로 변환하세요: {{formats}}.',
    truncated: '{{format}} 파일이 중간에 잘렸습니다. 파일 전체를 다시 복사하거나 내려받으세요.',
    unreadable:
      '{{format}} 파일이 손상되었거나 드문 종류입니다. 다른 사본을 사용하거나 JPEG 또는 PNG로 변환하세요.',
    noHeicReader:
      'HEIC를 읽는 부분을 불러오지 못했습니다. 네트워크에 연결한 뒤 사진을 다시 여세요.',
    tooLarge:
      '이 사진은 {{megapixels, number}}메가픽셀입니다. {{limit}}메가픽셀 이하로 줄여 주세요.',
    outOfMemory:
      '{{megapixels, number}}메가픽셀 사진을 열기에 메모리가 부족합니다. 다른 탭을 닫거나 더 작은 사진을 여세요.',
    workerFailed:
      '사진을 읽는 부분이 멈췄습니다. 메모리가 부족했을 수 있습니다. 다시 시도하거나 더 작은 사진을 여세요.',
  },
  /** Files that are no photos. */
  kinds: {
    raw: '카메라 RAW',
    video: '동영상',
    windowsIcon: 'Windows 아이콘',
    appleIcon: 'Apple 아이콘',
  },
  tiff: {
    samples: '픽셀당 샘플이 {{number}}개인 TIFF',
    compression: '압축 방식 번호가 {{number}}인 TIFF',
    namedCompression: '{{name}} 압축을 쓰는 TIFF',
    colours: '색상 모델 번호가 {{number}}인 TIFF',
    complex: '복소수를 담은 TIFF',
    ycbcr: '드문 형태의 YCbCr TIFF',
    predictor: '예측 방식이 {{number}}인 TIFF',
    jpegBits: '샘플당 {{number}}비트 JPEG를 담은 TIFF',
    bits: '샘플당 {{number}}비트인 TIFF',
  },
} as const;

export const photoPanel = {
  title: '사진',
  name: '이름',
  folder: '폴더',
  size: '크기',
  file: '파일',
  done: '완료',
  doneKeys: '{{keys}}, 다음 사진으로 이동',
  remove: '프로젝트에서 제거',
  tags: {
    label: '사진에 태그 추가',
    placeholder: '태그 추가',
    remove: '“{{tag}}” 태그 제거',
  },
} as const;

export const adjustPanel = {
  title: '보기',
  adjusted: '조정됨',
  about: '보이는 모습만 바뀝니다. 모델과 내보내기는 원래 사진을 씁니다.',
  auto: '자동',
  original: '원래 사진',
  originalTip: '누르고 있는 동안 원래 사진 보기',
  reset: '초기화',
  inverts: '반전',
  shared: '프로젝트의 모든 사진에 똑같이 적용',
  stops: '{{value}} EV',
  actions: {
    autoAdjust: '사진을 더 잘 보이게, 다시 누르면 원래대로',
    resetAdjustments: '사진을 원래대로 보기',
    shareAdjustments: '모든 사진을 똑같이 보기',
  },
  amounts: {
    exposure: '노출',
    black: '검정 지점',
    white: '흰색 지점',
    gamma: '감마',
    contrast: '대비',
    local: '국소 대비',
    dehaze: '안개 제거',
    denoise: '노이즈 제거',
    saturation: '채도',
  },
} as const;

export const reportPanel = {
  title: '사진의 문제점',
  nothing: '눈에 띄는 문제가 없습니다.',
  histogram: '검정에서 흰색까지 픽셀의 밝기',
  sigma: '시그마 {{value}}',
  step: '보통 단차의 {{value}}배',
  direction: '{{degrees}}° 방향',
  names: {
    noise: '노이즈',
    blur: '흐림',
    motion: '움직임 흐림',
    darkness: '어두움',
    haze: '안개',
    contrast: '낮은 대비',
    blocks: 'JPEG 블록',
  },
  levels: {
    none: '없음',
    some: '약간',
    strong: '심함',
  },
} as const;

export const statisticsDialog = {
  title: '통계',
  empty: '클래스와 객체가 생기면 여기에 집계됩니다.',
  photos: '사진',
  stages: '{{photos}}장: 완료 {{done}}, 작업 중 {{inWork}}, 시작 전 {{untouched}}',
  objects: '객체',
  time: '시간',
  work: '작업 시간 {{time}}',
  workAndEach: '작업 시간 {{time}}, 완료된 사진 한 장당 {{each}}',
  class: '클래스',
  small: '작음',
  smallTip: '면적 32 × 32 픽셀 이하',
  medium: '중간',
  mediumTip: '면적 96 × 96 픽셀 이하',
  large: '큼',
  medianArea: '면적 중앙값',
  medianAreaTip: '사진에서 차지하는 비율로 나타낸 면적의 중앙값',
  withoutClass: '클래스 없음',
} as const;

export const quality = {
  title: '화질',
  any: '모든 화질',
  clear: '선명함',
  unmeasured: '아직 측정 안 됨',
  blank: '내용 없음',
  blankWhy: '한 가지 색뿐이어서 측정할 내용이 없습니다.',
  measuring: '나머지는 다른 작업이 없을 때 측정합니다.',
  unsure: {
    poor: '모델이 예측한 IoU가 {{iou}} 미만이고 사진 상태가 나쁩니다({{faults}}). 자세히 살펴보거나, 프롬프트를 추가하거나, 사진을 더 잘 보이게 하세요({{keys}}).',
    clear:
      '사진은 선명하지만 모델이 예측한 IoU가 {{iou}} 미만입니다. 프롬프트가 여러 객체를 뜻할 수 있습니다. 자세히 살펴보거나 프롬프트를 추가하세요.',
  },
  is: {
    darkness: '어두움',
    noise: '노이즈',
    blur: '흐림',
    motion: '움직임에 의한 흐림',
    haze: '안개',
    contrast: '낮은 대비',
    blocks: '블록 현상',
  },
  list: {
    clear: '선명한 사진만 표시',
    unmeasured: '아직 측정하지 않은 사진만 표시',
    darkness: '어두운 사진만 표시',
    noise: '노이즈가 있는 사진만 표시',
    blur: '흐린 사진만 표시',
    motion: '움직임으로 흐려진 사진만 표시',
    haze: '안개 낀 사진만 표시',
    contrast: '대비가 낮은 사진만 표시',
    blocks: '블록 현상이 있는 사진만 표시',
    worst: '품질이 나쁜 사진부터 표시',
  },
} as const;
