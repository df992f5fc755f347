/** The sample photos: titles by id, conditions as in their manifest. */
export const samples = {
  titles: {
    coffee: '커피',
    'night-kitchen': '밤의 주방',
    'raccoon-rain': '빗속의 라쿤',
    'launch-pad-fog': '안개 낀 발사대',
    'restless-cat': '가만있지 않는 고양이',
    raccoon: '라쿤',
    'high-iso': '고감도 인물 사진',
    snowfall: '눈 내리는 날',
    'shared-often': '너무 많이 공유된 사진',
    'webcam-cat': '웹캠 속 고양이',
    'night-raccoon': '밤의 라쿤',
    astronaut: '우주비행사',
  },
  conditions: {
    clear: '선명함',
    dark: '어두움',
    rainy: '비',
    foggy: '안개',
    'motion-blurred': '흔들림',
    noisy: '노이즈',
    snowy: '눈',
    'over-compressed': '과도한 압축',
    'low-resolution': '저해상도',
  },
} as const;
