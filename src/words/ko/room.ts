export const room = {
  memory: '메모리: {{budget}} 중 {{used}}',
  parts:
    '사진 {{photo}}, 마스크와 기록 {{masks}}, 임베딩 {{embeddings}}, 썸네일 {{thumbnails}}. 모델은 별도입니다.',
} as const;
