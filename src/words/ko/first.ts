/** What the first screen says. */
export * from './first/actions.ts';
export * from './first/projects.ts';

export const shell = {
  failedPart: {
    what: '앱의 오류로 화면의 이 부분이 멈췄습니다.',
    goOn: '계속하기',
    report: '보고서 복사',
    reload: '페이지 새로고침',
  },
  skip: '사진으로 건너뛰기',
  close: '닫기',
  dismiss: '알림 닫기',
  notices: '알림',
  dropToOpen: '여기에 놓아 열기',
  update: {
    ready: '새 버전이 준비되었습니다.',
    readyLater: '새 버전이 준비되었습니다. 앱의 모든 탭을 닫으면 시작됩니다.',
    reload: '새로고침',
    later: '나중에',
  },
  topBar: {
    more: '더 보기',
    tools: '프로젝트, 모델, 보기',
    hidePanel: '패널 숨기기',
    openingOne: '{{name}} 여는 중…',
    openingMany: '여는 중 {{number}}/{{total}}: {{name}}…',
    openingProject: '프로젝트 여는 중: {{done}}%',
    undo: '되돌리기: {{name}}',
    redo: '다시 실행: {{name}}',
  },
  tools: {
    pointStep: '점',
  },
  prompt: {
    zoomingCancel: '확대 보정 중 · Esc로 취소',
  },
  models: {
    whoAnswers: '응답할 모델',
    layout: '두 결과를 보는 방식',
    layouts: { wipe: '밀어 보기', 'side-by-side': '나란히 보기', outlines: '두 윤곽선' },
  },
  engine: {
    recovering: '{{problem}} 다시 시작하고 있습니다. 작업은 그대로 남아 있습니다.',
    notRunning: '모델이 실행되고 있지 않습니다.',
    tryAgain: '다시 시도',
    useOneThread: 'CPU 스레드 1개로 실행',
    runningOn: '{{backend}} 방식으로 실행 중:',
    onlySlower: '마스크는 거의 같고 속도만 느립니다.',
  },
  status: {
    embeddings_other: '바로 클릭할 수 있는 사진 {{count}}장',
    embeddingsTip: '보관된 인코딩 덕분에 기다리지 않고 클릭할 수 있습니다: {{size}}',
  },
} as const;

export const page = {
  insecure:
    '암호화되지 않은 http 주소입니다. 이런 주소에서는 브라우저가 앱에 필요한 기능(WebGPU, 스레드, 체크섬)을 끕니다. https나 localhost로 여세요.',
  busyElsewhere:
    '앱의 다른 탭에 저장되지 않은 작업이 있어 새 버전으로 바꾸면 사라집니다. 먼저 그 탭의 작업을 마치세요.',
  wordsNotLoaded: '이 언어의 문구를 불러오지 못했습니다. 다시 시도하세요.',
} as const;

export const welcome = {
  title: '객체를 클릭하면 마스크가 나옵니다.',
  lead: '어둡거나, 노이즈가 많거나, 안개가 끼거나, 흐린 사진도 괜찮습니다. 샘플을 골라 무엇이든 클릭하거나 내 사진을 여세요.',
  open: '사진 열기',
  orDrop: '아무 데나 끌어다 놓거나 붙여넣어도 됩니다',
  privacy: '모델은 이 브라우저 안에서 실행됩니다. 사진은 이 기기를 벗어나지 않습니다.',
  samples: '샘플 사진',
  samplesMissing: '샘플 사진이 없습니다.',
  sample: '{{title}}, {{condition}}',
} as const;

export const inspector = {
  title: '인스펙터',
  taller: '패널 높이기',
  close: '패널 닫기',
  copyReport: '보고서 복사',
  reportCopied: '보고서를 복사했습니다.',
  reportRefused: '브라우저가 보고서 복사를 거부했습니다.',
} as const;

export const format = {
  bytes: { kilo: '{{value}}kB', mega: '{{value}}MB', giga: '{{value}}GB' },
  bytesOf: {
    kilo: '{{total}}kB 중 {{done}}kB',
    mega: '{{total}}MB 중 {{done}}MB',
    giga: '{{total}}GB 중 {{done}}GB',
  },
  milliseconds: '{{value}}ms',
  seconds: '{{value}}초',
  minutes: '{{value}}분',
  hours: '{{hours}}시간 {{minutes}}분',
  timeOf: '약 {{total}} 중 {{done}}',
  timeOver: '{{done}}, 예상한 {{total}}보다 오래 걸립니다',
  timeLeft: '약 {{time}} 남음',
  percent: '{{value}}%',
  percentBelow: '{{value}}% 미만',
  ofPhoto: '사진의 {{share}}',
  pixels: '{{value}}px',
  megapixels: '{{value}}MP',
} as const;

export const modelChoice = {
  names: {
    robust: 'RobustSAM',
    plain: '일반 SAM',
    compare: '비교',
  },
  hints: {
    robust: 'RobustSAM이 답합니다. 품질이 낮은 사진도 가능합니다',
    plain: '일반 SAM이 답합니다',
    compare: '같은 프롬프트에 두 모델이 모두 답합니다',
  },
  only: '불러온 모델 세트에 {{model}}만 있습니다',
} as const;

export const backends = {
  webgpuFp16: 'WebGPU fp16',
  webgpuFp32: 'WebGPU fp32',
  cpu_other: 'CPU, 스레드 {{count}}개',
} as const;

export const engineStatus = {
  backends: {
    'webgpu-fp16': 'WebGPU fp16',
    'webgpu-fp32': 'WebGPU fp32',
    'wasm-threads': 'CPU, 다중 스레드',
    'wasm-single': 'CPU, 스레드 1개',
  },
  noBackend: '아직 백엔드 없음',
  off: '모델을 불러오지 않음',
  loading: '모델 불러오는 중: {{progress}}',
  checking: '{{backend}} 확인 중',
  checkingCpu: 'CPU 확인 중',
  warming: '{{backend}} 준비 중',
  warmingCpu: 'CPU 준비 중',
  ready: '준비됨 · {{backend}}',
  readyAndTime: '준비됨 · {{backend}} · {{time}}',
  encoding: '사진 인코딩 중: {{progress}}',
  encodingForPlain: '일반 SAM용으로 사진 인코딩 중: {{progress}}',
  decoding: '마스크 찾는 중',
  recovering: '모델 다시 시작하는 중',
  failed: '모델이 중지됨',
} as const;

export const encodingAhead = {
  title: '미리 인코딩',
  near: {
    running: '미리 인코딩',
    count: '미리 인코딩: {{total}}장 중 {{done}}장',
    stopped: '미리 인코딩이 중단되었습니다: {{reason}}',
  },
  all: {
    running: '모든 사진 인코딩',
    count: '모든 사진 인코딩: {{total}}장 중 {{done}}장',
    stopped: '모든 사진의 인코딩이 중단되었습니다: {{reason}}',
  },
  stopReasons: {
    full: '디스크에 임베딩을 더 저장할 수 없습니다. 한도를 높여 보세요.',
    failed: '브라우저가 디스크에 쓴 내용을 보관하지 않습니다.',
    'no-storage': '이 브라우저가 페이지에 전용 파일 공간을 제공하지 않습니다.',
    engine: '작업과 동시에 모델을 실행할 수 없습니다.',
  },
  paused: '일시정지됨',
  holding: '작업하는 동안 대기',
  done: '다음 사진들이 인코딩되었습니다.',
  none: '미리 인코딩할 사진이 없습니다.',
  failed_other: '읽을 수 없어 건너뛴 사진 {{count}}장(첫 번째: {{first}})',
  onlyNext: '다음 사진만',
  encodeAll: '모든 사진 인코딩',
  pause: '일시정지',
  resume: '계속',
} as const;

export const offlineUse = {
  title: '오프라인 사용',
  keeping: '오프라인용으로 보관 중',
  keepingAt: '오프라인용으로 보관 중: {{progress}}',
  ready: '오프라인 사용 가능 · {{size}} 보관됨',
  failed: '오프라인용으로 모두 보관하지 못했습니다: {{reason}}',
  failedShort: '오프라인용으로 보관되지 않음',
  impossible: '여기서는 오프라인으로 사용할 수 없습니다: {{reason}}',
  again: '다시 시도',
  problems: {
    connection: '{{file}} 파일을 받는 중에 연결이 끊어졌습니다. 이미 받은 부분은 유지됩니다.',
    missing: '서버에 {{file}} 파일이 없습니다(응답 {{status}}).',
    corrupt: '{{file}} 파일이 손상되었거나 다른 버전이어서 버렸습니다.',
    shell: '페이지의 일부를 받을 수 없거나 저장할 공간이 없습니다.',
    noStorage: '이 브라우저가 페이지에 저장 공간을 제공하지 않습니다. 비공개 창일 수 있습니다.',
    noRoom: '공간이 부족합니다. 디스크 공간을 확보하세요.',
    other: '{{detail}}.',
  },
  impossibilities: {
    development: '개발 서버입니다.',
    insecure: '페이지를 일반 http로 열었습니다. https 또는 localhost로 여세요.',
    unsupported: '이 브라우저는 서비스 워커를 지원하지 않습니다. 비공개 창일 수 있습니다.',
    refused: '브라우저가 앱의 서비스 워커를 거부했습니다.',
    refusedDetail: '브라우저가 앱의 서비스 워커를 거부했습니다({{detail}}).',
  },
} as const;
