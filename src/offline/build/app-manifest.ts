import type { ManifestOptions } from 'vite-plugin-pwa';
import { SHARE_FIELD, SHARE_PATH } from '../shared-photos.ts';

const PHOTOS = {
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
  'image/gif': ['.gif'],
  'image/bmp': ['.bmp'],
  'image/tiff': ['.tif', '.tiff'],
  'image/heic': ['.heic'],
  'image/heif': ['.heif', '.hif'],
  'image/jxl': ['.jxl'],
};

/** What the system learns when the app is installed. Paths are relative, so any folder will do. */
export const appManifest: Partial<ManifestOptions> = {
  id: './',
  name: 'RobustSAM Annotator',
  short_name: 'Annotator',
  description: 'Click an object in a photo and get its mask. Everything stays on your machine.',
  start_url: './',
  scope: './',
  display: 'standalone',
  lang: 'en',
  categories: ['photo', 'productivity', 'utilities'],
  // As the top bar and the canvas in the dark theme, which is the one that the app begins with.
  theme_color: '#232529',
  background_color: '#1b1c1f',
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: 'Continue the last project', url: './' },
    { name: 'Open photos', url: './?open' },
    { name: 'Try a sample photo', url: './?sample=coffee' },
  ],
  file_handlers: [{ action: './', accept: PHOTOS }],
  share_target: {
    action: `./${SHARE_PATH}`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { files: [{ name: SHARE_FIELD, accept: Object.keys(PHOTOS) }] },
  },
  // A window with work in it is never taken for something else.
  launch_handler: { client_mode: 'navigate-new' },
};
