export const comparePanel = {
  title: '비교',
  pending: '두 마스크를 찾고 있습니다…',
  hint: '객체를 클릭하면 두 모델이 모두 답하고, 서로 다른 부분이 빗금으로 표시됩니다.',
  agreement: {
    same: '두 마스크가 같습니다.',
    nearlySame: '두 마스크가 거의 같습니다.',
    edges: '두 마스크가 가장자리만 다릅니다.',
    part: '두 마스크가 일부만 일치합니다.',
    little: '두 마스크가 크게 다릅니다.',
    nothing: '두 마스크에 겹치는 부분이 없습니다.',
  },
  iou: '서로의 IoU는 {{iou}}입니다.',
  iouAndDifference: '서로의 IoU는 {{iou}}이며, 사진의 {{share}}에서 차이가 납니다.',
  area: '면적',
  predictedIou: '예측 IoU',
  time: '시간',
} as const;
