export const projects = {
  unnamed: '프로젝트',
  recovered: '복구된 프로젝트',
  copyOf: '{{name}} 사본',
  photosOf: '{{date}} 사진',
  readOnly:
    '이 프로젝트는 다른 탭에 열려 있고 그 탭이 저장합니다. 사진 위의 “여기서 이어받기”를 사용하세요.',
  broken_other:
    '이 프로젝트의 기록 {{count}}개를 읽을 수 없어 따로 옮겨 두었습니다. 나머지는 모두 그대로입니다. 되돌리기 기록은 새로 시작됩니다. 없는 사진은 파일을 다시 열면 돌아옵니다.',
  notLeft:
    '마지막 변경 사항이 아직 저장되지 않아 이 프로젝트를 닫을 수 없습니다. 먼저 공간을 확보하거나 다시 시도하세요.',
  gone: '이 프로젝트는 더 이상 없습니다.',
  notOpened: '프로젝트를 열 수 없습니다. {{reason}}',
  duplicated: '“{{name}}” 프로젝트를 만들었습니다.',
  openElsewhere: '“{{name}}” 프로젝트가 다른 탭에 열려 있습니다. 먼저 그 탭에서 닫으세요.',
  deleted: '“{{name}}” 프로젝트를 삭제했습니다.',
  undo: '되돌리기',
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
    open: '프로젝트 파일 열기',
    picker: '프로젝트 파일',
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
  menu: {
    button: '프로젝트 {{name}}',
    title: '프로젝트',
    name: '프로젝트 이름',
    others: '다른 프로젝트',
    all: '모든 프로젝트',
    size: '{{size}}.',
    sizeAndUsage: '{{size}}. {{usage}}',
  },
  state: {
    notKept: '보관 안 됨',
    notKeptWhy: '이 창은 닫으면 아무것도 남지 않습니다',
    readOnly: '읽기 전용',
    readOnlyWhy: '다른 탭이 이 프로젝트를 저장합니다',
    saved: '저장됨',
    savedWhy: '모든 내용이 이 기기의 디스크에 저장되었습니다',
    saving: '저장 중…',
    savingWhy: '마지막 변경 사항을 디스크에 저장하는 중입니다',
    notSaved: '저장 안 됨',
  },
  /** By what keeps it from being saved. */
  failures: {
    full: {
      what: '저장 안 됨: 디스크 또는 이 브라우저에 할당된 공간이 가득 찼습니다.',
      help: '이 탭이 열려 있는 동안에는 작업이 남아 있습니다. 프로젝트를 삭제하거나 디스크 공간을 확보한 뒤 다시 시도하거나, 다른 디스크에 프로젝트 파일을 저장하세요.',
    },
    taken: {
      what: '저장 안 됨: 다른 탭이 이 프로젝트의 작업을 이어 갔습니다.',
      help: '그 뒤에 이 탭에서 한 작업은 여기에만 있습니다. 탭을 닫기 전에 프로젝트 파일로 저장하세요.',
    },
    newer: {
      what: '저장 안 됨: 다른 탭에 더 새로운 버전의 앱이 열려 있습니다.',
      help: '저장되지 않은 작업이 있으면 프로젝트 파일을 저장한 뒤 이 페이지를 새로고침하세요.',
    },
    refused: {
      what: '저장 안 됨: 브라우저가 쓰기를 거부합니다.',
      help: '이 탭이 열려 있는 동안에는 작업이 남아 있습니다. 다시 시도하거나 프로젝트 파일을 저장하세요.',
    },
  },
} as const;
