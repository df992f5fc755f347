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
