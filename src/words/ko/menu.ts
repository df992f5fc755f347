export const menu = {
  back: '뒤로',
  objects: '{{objects}} 메뉴',
  class: '클래스',
  mask: '마스크',
  classColor: '{{name}} 클래스 색상',
  mergeInto: '{{name}} 클래스를 병합할 곳',
} as const;
