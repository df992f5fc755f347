export const photoPanel = {
  title: '사진',
  name: '이름',
  folder: '폴더',
  size: '크기',
  file: '파일',
  done: '완료',
  doneKeys: '{{keys}}, 다음 사진으로 이동',
  remove: '프로젝트에서 제거',
  tags: {
    label: '사진에 태그 추가',
    placeholder: '태그 추가',
    remove: '“{{tag}}” 태그 제거',
  },
} as const;
