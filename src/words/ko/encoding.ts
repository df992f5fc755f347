/** Photos encoded ahead, and what is kept of that. */
export const encoding = {
  diskFull:
    '디스크에 임베딩을 더 저장할 공간이 없습니다. 페이지가 열려 있는 동안 메모리에 보관합니다.',
  diskFailed:
    '브라우저가 임베딩을 디스크에 저장할 수 없습니다. 페이지가 열려 있는 동안 메모리에 보관합니다.',
  allDone: '모든 사진을 인코딩했습니다: {{done}}장.',
  allDoneBut: '모든 사진을 인코딩했습니다: {{done}}장. {{failed}}장은 읽을 수 없습니다.',
} as const;
