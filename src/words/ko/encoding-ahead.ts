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
