export const modelPanel = {
  title: '모델',
  facts: {
    model: '모델',
    size: '크기',
    from: '출처',
    licence: '라이선스',
    runsOn: '실행 환경',
    adapter: '어댑터',
    encode: '인코딩',
    decode: '디코딩',
  },
  notUsed: '더 빠른 방식을 쓰지 않는 이유',
  backend: {
    label: '실행 환경',
    auto: '가장 좋은 환경 자동 선택',
  },
  sets: {
    title: '모델 세트',
    builtIn: '기본 모델',
    builtInAbout: '앱에 포함됨',
    kept: '{{size}}, 오프라인용으로 보관됨',
    inUse: '사용 중',
    use: '사용',
    useNamed: '{{name}} 사용',
    remove: '{{name}} 제거',
    reallyRemove: '정말 제거',
    keep: '그대로 두기',
    reading: '{{name}} 확인 중',
    readingAt: '{{name}} 확인 중: {{progress}}',
    starting: '{{name}} 시작 중',
    startingAt: '{{name}} 시작 중: {{progress}}',
    cancel: '취소',
    load: '모델 세트 추가:',
    zip: 'Zip…',
    folder: '폴더…',
    zipInput: '모델 세트 zip 파일',
    folderInput: '모델 세트 폴더',
  },
  embeddings: {
    title: '임베딩',
    inMemory_other: '메모리의 임베딩: 사진 {{count}}장, {{size}}',
    onDisk_other: '디스크: 사진 {{count}}장, {{size}}',
    clear: '비우기',
    clearTip: '현재 사진을 제외하고 메모리와 디스크를 비웁니다. 작업 내용은 그대로 남습니다.',
    keep: '보관 한도',
    keepNothing: '디스크에 보관 안 함',
    keepUpTo: '디스크에 최대 {{size}}',
  },
  diskTrouble: {
    'no-storage':
      '비공개 창 등에서는 이 브라우저가 페이지에 전용 파일 공간을 제공하지 않아, 임베딩이 페이지가 열려 있는 동안만 유지됩니다.',
    full: '디스크에 더 저장할 공간이 없습니다.',
    failed: '브라우저가 디스크에 쓸 수 없어, 새 임베딩이 페이지가 열려 있는 동안만 유지됩니다.',
  },
} as const;

/** Model sets that are taken in, and why they are not. */
export const sets = {
  builtIn: '기본 모델',
  unusable: '{{name}} 모델 세트를 사용할 수 없습니다. {{reason}} 기본 모델을 대신 사용합니다.',
  refused: '{{name}}: {{reason}} 사용 중인 모델은 그대로입니다.',
  start: {
    fileMissing: '{{file}} 파일이 더 이상 없습니다. 세트를 제거하고 다시 불러오세요.',
    fileCorrupt: '{{file}} 파일이 손상되었습니다. 세트를 제거하고 다시 불러오세요.',
    contract:
      '{{file}} 파일은 이 버전의 앱과 맞지 않습니다. {{tensor}}: 필요한 값 {{expected}}, 실제 값 {{got}}. 세트를 다시 내보내세요.',
  },
  problems: {
    noStorage:
      '이 브라우저는 페이지에 모델 세트를 보관할 공간을 주지 않습니다. 비공개 창이기 때문일 수 있습니다.',
    notAZip: 'zip 파일이 아니거나 끝부분이 없습니다. 내보내기로 만든 zip이나 폴더를 선택하세요.',
    noManifest: 'manifest.json이 없습니다. 내보내기로 만든 zip이나 폴더를 선택하세요.',
    encrypted: 'zip이 암호화되어 있습니다. 암호 없이 다시 압축하세요.',
    manifest:
      'manifest.json이 이 버전의 앱에 맞는 모델 세트의 것이 아닙니다({{detail}}). 다시 내보내세요.',
    unsafeName: '폴더 밖을 가리키는 “{{name}}” 파일이 들어 있습니다. 출처를 신뢰하지 마세요.',
    doubleName: '“{{name}}” 파일이 두 번 들어 있습니다. 내보낸 폴더를 다시 압축하세요.',
    missingFile: '{{name}} 파일이 없습니다. 내보낸 폴더를 다시 압축하거나 복사하세요.',
    size: '{{name}} 파일은 {{expected}}바이트여야 하는데 {{got}}바이트입니다. 다시 복사하세요.',
    damaged: '{{name}} 파일이 손상되었습니다. 체크섬이 매니페스트와 다릅니다. 다시 복사하세요.',
    tooLarge: '너무 큽니다. 크기는 {{size}}이고, 앱이 받는 최대 크기는 {{limit}}입니다.',
    tooManyFiles: '파일이 {{limit}}개보다 많으므로 하나의 모델 세트가 아닙니다.',
    noRoom:
      '필요한 공간({{needed}})이 부족합니다. 다른 세트를 제거하거나 디스크 공간을 확보하세요.',
    littleRoom:
      '공간이 부족합니다. 필요한 공간은 {{needed}}이고 이 브라우저에 남은 공간은 {{free}}입니다. 다른 세트를 제거하거나 디스크 공간을 확보하세요.',
    unreadable: '읽을 수 없습니다: {{detail}}.',
  },
} as const;

/** Photos encoded ahead, and what is kept of that. */
export const encoding = {
  diskFull:
    '디스크에 임베딩을 더 저장할 공간이 없습니다. 페이지가 열려 있는 동안 메모리에 보관합니다.',
  diskFailed:
    '브라우저가 임베딩을 디스크에 저장할 수 없습니다. 페이지가 열려 있는 동안 메모리에 보관합니다.',
  allDone: '모든 사진을 인코딩했습니다: {{done}}장.',
  allDoneBut: '모든 사진을 인코딩했습니다: {{done}}장. {{failed}}장은 읽을 수 없습니다.',
} as const;

export const offlineWaits = {
  savesData: '이 브라우저가 데이터를 절약하도록 설정되어 있어 오프라인용으로 준비하지 않았습니다.',
  keepNow: '지금 보관',
} as const;
