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
