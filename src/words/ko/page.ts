export const page = {
  insecure:
    '암호화되지 않은 http 주소입니다. 이런 주소에서는 브라우저가 앱에 필요한 기능(WebGPU, 스레드, 체크섬)을 끕니다. https나 localhost로 여세요.',
  busyElsewhere:
    '앱의 다른 탭에 저장되지 않은 작업이 있어 새 버전으로 바꾸면 사라집니다. 먼저 그 탭의 작업을 마치세요.',
} as const;
