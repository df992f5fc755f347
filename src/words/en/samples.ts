/** By the id and the condition in public/samples/manifest.json. */
export const samples = {
  title: {
    coffee: 'Coffee',
    'night-kitchen': 'Night kitchen',
    'raccoon-rain': 'Raccoon in the rain',
    'launch-pad-fog': 'Launch pad in fog',
    'restless-cat': 'Restless cat',
    raccoon: 'Raccoon',
    'high-iso': 'High ISO portrait',
    snowfall: 'Snowfall',
    'shared-often': 'Shared too often',
    'webcam-cat': 'Webcam cat',
    'night-raccoon': 'Raccoon at night',
    astronaut: 'Astronaut',
  },
  condition: {
    clear: 'clear',
    dark: 'dark',
    rainy: 'rainy',
    foggy: 'foggy',
    'motion-blurred': 'motion-blurred',
    noisy: 'noisy',
    snowy: 'snowy',
    'over-compressed': 'over-compressed',
    'low-resolution': 'low-resolution',
  },
} as const;
