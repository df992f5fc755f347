export const menu = {
  back: 'Back',
  objects: 'With {{objects}}',
  class: 'Class',
  mask: 'Mask',
  classColor: 'Colour of class {{name}}',
  mergeInto: 'Merge class {{name}} into',
} as const;
