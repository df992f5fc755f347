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
