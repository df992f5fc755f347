export const inspector = {
  title: '인스펙터',
  taller: '패널 높이기',
  close: '패널 닫기',
  copyReport: '보고서 복사',
  reportCopied: '보고서를 복사했습니다.',
  reportRefused: '브라우저가 보고서 복사를 거부했습니다.',
} as const;
