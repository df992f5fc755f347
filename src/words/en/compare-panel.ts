export const comparePanel = {
  title: 'Compare',
  pending: 'Both masks are on their way…',
  hint: 'Click an object: both models answer, and where they differ is hatched.',
  agreement: {
    same: 'The masks are the same.',
    nearlySame: 'The masks are nearly the same.',
    edges: 'The masks agree but for their edges.',
    part: 'The masks agree in part.',
    little: 'The masks differ widely.',
    nothing: 'The masks have nothing in common.',
  },
  iou: 'Their IoU is {{iou}}.',
  iouAndDifference: 'Their IoU is {{iou}}; they differ on {{share}} of the photo.',
  area: 'Area',
  predictedIou: 'Predicted IoU',
  time: 'Time',
} as const;
