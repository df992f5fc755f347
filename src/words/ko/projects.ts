/** What a project is kept as, and as what it is shown. */
export const projects = {
  storage: {
    reason: '이 브라우저에 저장되었습니다. 디스크가 가득 차면 브라우저가 지울 수 있습니다.',
    keep: '지우지 않기',
    granted: '브라우저가 프로젝트를 지우지 않습니다.',
    refused:
      '디스크가 가득 차면 브라우저가 프로젝트를 지울 수 있습니다. 가끔 프로젝트 파일을 저장하세요.',
    usage: '모든 프로젝트와 모델이 차지하는 공간: 이 브라우저가 주는 {{most}} 중 {{used}}.',
    usageAtRisk:
      '모든 프로젝트와 모델이 차지하는 공간: 이 브라우저가 주는 {{most}} 중 {{used}}. 디스크가 가득 차면 지워질 수 있으니 가끔 프로젝트 파일을 저장하세요.',
  },
  file: {
    saved: '{{file}} 파일을 저장했습니다.',
    savedBut_other:
      '{{file}} 파일을 저장했습니다. 사진 {{count}}장은 파일을 찾을 수 없어 라벨만 담았습니다.',
    notSaved: '프로젝트 파일을 저장할 수 없습니다. {{reason}}',
    notOpened: '{{file}} 파일을 열 수 없습니다. {{reason}}',
    noProject: '{{file}}: 프로젝트 파일이 아닙니다. 라벨이 든 zip은 “라벨 가져오기”로 여세요.',
    newer:
      '{{file}}: 더 새로운 버전의 앱에서 만든 파일입니다. 페이지를 새로고침하거나 앱을 업데이트한 뒤 여세요.',
    damaged: '{{file}}: 프로젝트 파일이 손상되었습니다({{detail}}).',
    leftOut_other: '{{file}}: 객체 {{count}}개를 읽을 수 없어 제외했습니다.',
    save: '프로젝트 파일 저장',
    withPhotos: '사진 포함',
    saving: '프로젝트 파일 저장 중: 사진 {{of}}장 중 {{done}}장',
    opening: '프로젝트 파일 여는 중: 사진 {{of}}장 중 {{done}}장',
    cancel: '취소',
  },
  cards: {
    title: '내 프로젝트',
    nameOf: '{{name}}의 이름',
    open: '{{name}} 열기, {{size}}',
    rename: '{{name}} 이름 바꾸기',
    duplicate: '{{name}} 복제',
    delete: '{{name}} 삭제',
    today: '오늘 {{time}}',
  },
} as const;

/** What keeps a project from being saved, changed or seen. */
export const projectAlerts = {
  nothingKept: '이 창은 닫으면 아무것도 남지 않습니다.',
  nothingKeptHelp: '비공개 창이 그렇습니다. 닫기 전에 프로젝트 파일을 저장하세요.',
  dismiss: '닫기',
  tryAgain: '다시 시도',
  openElsewhere: '다른 탭에 열려 있습니다.',
  waiting: '그 탭이 마치기를 기다리는 중입니다. 응답이 없으면 그 탭을 닫으세요.',
  following: '그 탭에서 하는 작업이 여기에 표시됩니다.',
  takeOver: '여기서 이어받기',
  locked: '“{{name}}”에 대한 권한이 다시 필요합니다.',
  lockedHelp:
    '{{photo}} 사진을 표시하려면 허용하세요. 브라우저는 다시 시작할 때마다 새로 묻습니다.',
  allow: '허용',
  moved: '{{photo}} 파일이 원래 위치에 없습니다.',
  movedHelp: '라벨은 그대로 있습니다. 파일이나 폴더를 지금 있는 위치에서 다시 여세요.',
  findFile: '파일 찾기',
  findFolder: '폴더 찾기',
} as const;

/** A folder of the disk that labels are written into, beside the photos. */
export const folder = {
  title: '폴더에서 작업',
  button: '폴더에서 작업…',
  lead: '사진 폴더를 선택하세요. 작업하는 대로 라벨이 사진 옆에 기록되고, 이미 있는 라벨은 읽어 들입니다. 프로젝트도 그 폴더의 robustsam.project.zip에 저장됩니다. 프롬프트, 검수, 완료 표시가 들어 있고 사진은 빠집니다.',
  unsupported: '이 브라우저는 폴더에 쓸 수 없습니다.',
  unsupportedHelp:
    'Chrome, Edge 등 Chromium 기반 브라우저에서 가능합니다. 여기서는 데이터 세트를 내보내거나 프로젝트 파일을 저장하세요.',
  format: '라벨 형식',
  formats: {
    labelme: { name: 'LabelMe', about: '사진마다 옆에 JSON 하나, 정확한 다각형.' },
    coco: { name: 'COCO', about: '모든 사진에 JSON 하나, 정확한 다각형.' },
    'yolo-segment': { name: 'YOLO', about: '사진마다 텍스트 파일 하나, 클래스는 data.yaml에.' },
    cvat: { name: 'CVAT', about: '모든 사진에 XML 하나, 정확한 다각형.' },
  },
  target: '대상',
  targets: { own: '새 프로젝트', open: '열려 있는 프로젝트' },
  choose: '폴더 선택',
  connected: '“{{name}}” 폴더에 연결되었습니다.',
  written: '마지막 기록 {{time}}.',
  notWritten: '아직 기록한 것이 없습니다.',
  waiting_other: '파일 {{count, number}}개가 기다립니다.',
  outside_other:
    '프로젝트의 사진 {{count, number}}장은 이 폴더에 없어 라벨이 robustsam.project.zip에만 있습니다.',
  check: '지금 확인',
  leave: '연결 끊기',
  reconnect: '폴더 다시 연결',
  locked: '“{{name}}”에 대한 권한이 다시 필요합니다.',
  lockedHelp: '그때까지 라벨은 앱에만 저장됩니다. 브라우저는 다시 시작할 때마다 새로 묻습니다.',
  none: '연결된 폴더가 없습니다',
  notLocked: '권한을 기다리는 폴더가 없습니다',
  safe: '라벨은 앱에 안전하게 있습니다.',
  again: '다시 시도',
  asked_other: '다른 곳에서 폴더의 파일 {{count, number}}개를 바꾸었습니다.',
  askedHelp: '결정하기 전에는 아무것도 덮어쓰지 않습니다.',
  deleted: '삭제됨',
  more_other: '외 {{count, number}}개',
  all: '이 파일 모두',
  answers: {
    mine: { name: '내 것 유지', about: '내 라벨로 덮어쓰기' },
    theirs: {
      name: '상대 것 사용',
      about: '내 라벨을 상대 라벨로 바꾸기, 실행 취소로 되돌릴 수 있음',
    },
    both: {
      name: '둘 다 유지',
      about: '상대의 객체를 내 것에 추가, 프로젝트 파일은 옆에 복사',
    },
  },
  short: {
    opening: '{{name}} 여는 중',
    locked: '{{name}}: 권한 필요',
    elsewhere: '{{name}}: 다른 탭이 기록',
    trouble: '{{name}}: 기록되지 않음',
    asked_other: '{{name}}: 다른 곳에서 파일 {{count, number}}개 변경',
    waiting_other: '{{name}}: 파일 {{count, number}}개 대기',
    connected: '{{name}}: 연결됨',
    written: '{{name}}: {{time}} 기록됨',
  },
  trouble: {
    refused: '“{{file}}”에 쓸 수 없습니다. 브라우저에 권한이 없습니다.',
    gone: '“{{file}}”이(가) 원래 위치에 없습니다. 옮겨졌거나 이름이 바뀌었거나 삭제되었습니다.',
    full: '“{{file}}”에 쓸 수 없습니다. 디스크가 가득 찼습니다.',
    locked: '“{{file}}”이(가) 다른 프로그램에 열려 있습니다.',
    'read-only': '“{{file}}”은(는) 읽기 전용입니다.',
    'in-the-way': '“{{file}}”에 쓸 수 없습니다. 같은 이름의 폴더나 파일이 막고 있습니다.',
    unreadable: '“{{file}}”을(를) 다른 곳에서 바꾸었는데, 읽을 수 있는 라벨이 없습니다.',
    'no-photos': '“{{file}}”에 사진이 없습니다.',
    other: '“{{file}}”에 쓸 수 없습니다({{detail}}).',
  },
} as const;

/** Why something does not work, and what to do about it. */
export const problems = {
  cancelled: '취소되었습니다.',
  photoUnread: '사진 파일을 다시 읽을 수 없습니다.',
  worker: {
    noAnswer: '응답이 없습니다',
    answerLost: '응답이 손실되었습니다',
  },
  engine: {
    noWebgpu:
      '이 브라우저에는 WebGPU가 없습니다. 최신 Chrome, Edge, Safari, Firefox에는 있을 수 있습니다.',
    noAdapter:
      'WebGPU가 사용할 수 있는 그래픽 카드를 찾지 못했습니다. 브라우저 설정에서 하드웨어 가속이 켜져 있는지 확인하세요.',
    softwareAdapter:
      '여기서는 WebGPU가 소프트웨어로 실행되어 CPU보다 느립니다. 그래도 사용하려면 이름을 직접 선택하세요.',
    noShaderF16: '그래픽 카드가 WebGPU에서 16비트 연산을 지원하지 않습니다.',
    noThreads:
      '스레드가 꺼져 있습니다. 페이지가 격리되지 않았거나 프로세서 코어가 하나뿐입니다. 새로고침하면 격리될 수 있고, 그래도 안 되면 서버가 COOP와 COEP 헤더를 보내야 합니다.',
    limit: '그래픽 카드가 이 모델을 감당하지 못합니다. {{name}}: {{got}}, 필요한 값: {{needed}}.',
    parity:
      '자체 검사 결과가 틀려({{case}}, 오차 {{error}}) 마스크를 신뢰할 수 없습니다. 브라우저나 그래픽 드라이버를 업데이트하면 해결될 수 있습니다.',
    fileUnreachable: '{{file}} 파일을 가져올 수 없습니다. 연결을 확인하고 페이지를 새로고침하세요.',
    fileMissing:
      '서버에 {{file}} 파일이 없습니다(응답 {{status}}). 모델 파일을 서버에 복사하고 페이지를 새로고침하세요.',
    fileCorrupt:
      '{{file}} 파일이 손상되었거나 다른 버전입니다. 캐시 없이 페이지를 새로고침하고, 그래도 안 되면 모델 파일을 서버에 다시 복사하세요.',
    contract:
      '모델 파일 {{file}}은(는) 이 버전의 앱과 맞지 않습니다. {{tensor}}: 필요한 값 {{expected}}, 실제 값 {{got}}. 앱과 함께 제공된 모델 파일을 서버에 다시 복사하세요.',
    noSuchInput: '해당 입력 없음',
    noSuchTensor: '해당 텐서 없음',
    notATensor: '텐서 아님',
    outOfMemory: '메모리가 부족합니다. 다른 탭이나 프로그램을 닫고 다시 시도하세요.',
    setTooLarge:
      '모델 세트가 너무 커서 여기서 실행할 수 없습니다. 약 {{needed}} 필요하지만 브라우저가 주는 것은 {{got}}입니다. 16비트 연산을 지원하는 그래픽 카드에서는 절반이면 됩니다.',
    deviceLost: '드라이버 재시작 등으로 브라우저와 그래픽 카드의 연결이 끊겼습니다.',
    workerDied: '모델을 실행하는 부분이 멈췄습니다. 다시 발생하면 페이지를 새로고침하세요.',
    runtime:
      '모델을 실행할 수 없습니다: {{detail}}. 페이지를 새로고침하거나 다른 백엔드를 선택하세요.',
    notEncoded: '사진이 인코딩되지 않았습니다',
    encodingDropped:
      '메모리를 확보하느라 사진의 인코딩이 삭제되었습니다. 사진을 표시하고 다시 시작하세요.',
  },
} as const;
