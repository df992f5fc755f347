export const prompts = {
  unchanged: 'The mask stays as it was. {{reason}}',
  unchangedObject: '{{name}} stays as it was. {{reason}}',
  nothingToZoom: 'Click or select an object first, to look closer at it.',
  nothingToFind: 'Open a photo first: there is nothing to look at yet.',
  /** Why a closer look gave no other mask. */
  closer: {
    empty: 'The mask is empty.',
    nothing: 'The model finds nothing there.',
    endless: 'The object goes on beyond its surroundings.',
    large: 'It fills so much of the photo that a closer look would show no more.',
  },
} as const;
