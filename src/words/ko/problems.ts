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
