export const candidates = {
  title: 'Mask in hand',
  prompts_one: '{{count}} prompt',
  prompts_other: '{{count}} prompts',
  pending: 'Your click is on its way…',
  hint: 'Click an object, or drag a box around it. Right-click what should not belong.',
  iouTip: 'The model’s own estimate of this mask’s IoU',
  names: {
    single: 'Single',
    whole: 'Whole',
    part: 'Part',
    subPart: 'Sub-part',
    other: 'Mask {{token}}',
  },
} as const;
