export const palette = {
  title: '동작 검색',
  field: '동작, 사진, 클래스 검색',
  list: '동작',
  recent: '최근 사용',
  nothing: '그런 이름이 없습니다.',
  on: '켜짐',
} as const;
