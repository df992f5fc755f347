export const stage = {
  photo: '사진. {{hint}}.',
  photoOf: '{{model}} 결과로 본 사진. {{hint}}.',
  click: '객체를 클릭하세요',
  crosshair: '{{keys}}: 화살표 키로 움직이는 십자선',
  shortcuts: '{{keys}}: 모든 단축키',
  questionMark: '물음표',
  predicted: '예측',
  wipe: {
    label: '왼쪽 일반 SAM, 오른쪽 RobustSAM을 나누는 구분선',
    value: '사진의 {{percent}}%에 일반 SAM 표시',
  },
} as const;
