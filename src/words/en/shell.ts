export const shell = {
  update: {
    ready: 'A new version is ready.',
    readyLater: 'A new version is ready. It starts once every tab of the app has been closed.',
    reload: 'Reload',
    later: 'Later',
  },
} as const;
