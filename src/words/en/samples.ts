/** The sample photos: titles by id, conditions as in their manifest. */
export const samples = {
  titles: {
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
  conditions: {
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
