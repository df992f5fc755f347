export const exportDialog = {
  title: '데이터셋 내보내기',
  format: '형식',
  scope: '사진',
  scopes: {
    photo: '이 사진',
    labelled: '객체가 있는 사진({{photos}})',
    all: '열린 사진 모두({{photos}})',
  },
  target: '저장 위치',
  targets: {
    zip: 'zip 파일 하나',
    folder: '디스크의 새 폴더',
  },
  shapes: '모양',
  polygons: '다각형',
  masks: '마스크(RLE)',
  detail: '다각형 정밀도',
  exact: '정확히',
  within: '오차 {{pixels}}px 이내',
  figures: '꼭짓점 {{vertices, number}}개, IoU {{mean}}, 최저 {{least}}',
  measuring: '측정 중…',
  split: '검증 데이터 비율',
  noSplit: '나누지 않음',
  photos: '라벨과 함께 사진 포함',
  feather: '가장자리 부드럽게',
  noFeather: '없음',
  contents: '포함될 파일',
  planning: '포함될 파일을 확인하는 중…',
  alike_other: '사진 {{count, number}}장도 같은 방식',
  empty: '아직 내보낼 것이 없습니다. 사진을 열고 마스크를 확정하세요.',
  start: '내보내기',
  cancel: '취소',
  again: '다시 시도',
  importInstead: '라벨 가져오기',
  progress: '사진 {{total}}장 중 {{done}}장, {{size}}',
  done: '{{name}} 저장 완료: {{size}}.',
  failures: {
    noRoom: '저장할 위치에 남은 공간이 없습니다. 공간을 확보한 뒤 다시 시도하세요.',
    photo: '{{name}}: {{problem}} 아무것도 저장하지 않았습니다.',
    other: 'zip 파일을 쓸 수 없습니다({{detail}}).',
  },
  loses: '이 형식에 담기지 않는 정보: {{list}}.',
  lost: {
    overlaps: '다른 객체에 가려진 부분',
    shapes: '모양(박스만 저장)',
    scores: '점수',
    notes: '메모',
    attributes: '속성',
    tags: '태그',
  },
  groups: {
    training: '학습용',
    tools: '다른 도구용',
    png: 'PNG 마스크',
    pictures: '그림과 표',
  },
  formats: {
    coco: {
      name: 'COCO 인스턴스',
      about: '객체마다 다각형이나 RLE를 담은 JSON 파일 하나.',
    },
    'coco-panoptic': {
      name: 'COCO 파놉틱',
      about: '색으로 객체 번호를 나타낸 사진별 PNG와 이를 설명하는 JSON.',
    },
    'yolo-segment': {
      name: 'YOLO 분할',
      about: '사진마다 다각형을 담은 텍스트 파일과 Ultralytics용 data.yaml.',
    },
    'yolo-detect': {
      name: 'YOLO 탐지',
      about: '사진마다 박스를 담은 텍스트 파일과 Ultralytics용 data.yaml.',
    },
    voc: {
      name: 'Pascal VOC',
      about: '박스를 담은 XML과 클래스·객체별 인덱스 PNG.',
    },
    labelme: {
      name: 'LabelMe',
      about: '사진마다 JSON 파일 하나.',
    },
    cvat: {
      name: 'CVAT for images 1.1',
      about: '마스크나 다각형을 담은 XML 파일 하나.',
    },
    'label-studio': {
      name: 'Label Studio',
      about: '브러시나 다각형을 담은 JSON 작업 목록.',
    },
    datumaro: {
      name: 'Datumaro',
      about: 'Datumaro 고유의 JSON.',
    },
    'png-objects': {
      name: '객체마다 PNG 하나',
      about: '흑백 마스크. 서로 가리지 않습니다.',
    },
    'png-instances': {
      name: '사진마다 PNG 하나, 객체별',
      about: '픽셀당 16비트: 맨 위에 있는 객체의 번호.',
    },
    'png-classes': {
      name: '사진마다 PNG 하나, 클래스별',
      about: '클래스 색을 팔레트로 쓰는 인덱스 PNG.',
    },
    'cut-outs': {
      name: '오려내기',
      about: '객체를 하나씩, 주변은 투명하게.',
    },
    overlays: {
      name: '오버레이',
      about: '객체를 겹쳐 그린 사진, JPEG.',
    },
    svg: {
      name: 'SVG 그림',
      about: '객체마다 패스 하나. 구멍도 그대로 표현합니다.',
    },
    csv: {
      name: 'CSV 표',
      about: '객체마다 한 줄: 클래스, 면적, 박스, 중심.',
    },
  },
} as const;
