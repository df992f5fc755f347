/** For ears: what a screen reader says as it happens. */
export const announce = {
  photo: '{{name}}, photo {{number}} of {{of}}, {{objects}}.',
  ready: 'The photo is ready for clicks.',
  mask_one: 'Mask found: {{share}} of the photo, confidence {{confidence}}.',
  mask_other:
    'Mask found: {{share}} of the photo, confidence {{confidence}}. {{count}} candidates.',
  unsure: 'The model is unsure.',
  unsurePoor: 'The model is unsure, and the photo is poor: {{faults}}.',
  candidate:
    'Candidate {{number}} of {{of}}, {{name}}: {{share}} of the photo, confidence {{confidence}}.',
  named: '{{name}}, {{class}}',
  kept: '{{what}} kept.',
  deleted_one: '{{what}} deleted. {{count}} object left.',
  deleted_other: '{{what}} deleted. {{count}} objects left.',
  classed: 'Class: {{what}}.',
  selected: '{{what}} selected.',
  nothingSelected: 'Nothing selected.',
  point: 'Point {{number}} of {{of}}, at {{x}}, {{y}}.',
  review: '{{words}} {{reasons}}',
  undone: 'Undone: {{name}}.',
  redone: 'Redone: {{name}}.',
  done: 'Done: {{name}}.',
} as const;
