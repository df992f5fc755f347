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
