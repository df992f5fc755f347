export const shell = {
  update: {
    ready: '새 버전이 준비되었습니다.',
    readyLater: '새 버전이 준비되었습니다. 앱의 모든 탭을 닫으면 시작됩니다.',
    reload: '새로고침',
    later: '나중에',
  },
} as const;
