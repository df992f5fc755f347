import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const PUBLIC = join(import.meta.dirname, '../../../public');
/** Share of the icon in its middle; systems may cut a maskable one down to a circle of four fifths. */
const SAFE_SHARE = 0.78;
const BACKGROUND = '#1b1c1f';

/** Icons in pixels from the one drawn in icon.svg, the same as the page's logo. */
async function makeIcons(): Promise<void> {
  await writeIcon('icon-192.png', 192);
  await writeIcon('icon-512.png', 512);
  await writeIcon('maskable-512.png', 512, SAFE_SHARE);
  await writeIcon('apple-touch-icon.png', 180, 0.92);
}

/** With a share the icon is smaller, on a ground that fills the square. */
async function writeIcon(name: string, side: number, share?: number): Promise<void> {
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  if (share) {
    context.fillStyle = BACKGROUND;
    context.fillRect(0, 0, side, side);
  }
  const inner = Math.round(side * (share ?? 1));
  const svg = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8');
  // Drawn at its final size, so it isn't scaled as pixels.
  const sized = svg.replace('<svg ', `<svg width="${inner}" height="${inner}" `);
  const image = await loadImage(Buffer.from(sized));
  context.drawImage(image, (side - inner) / 2, (side - inner) / 2, inner, inner);
  writeFileSync(join(PUBLIC, 'icons', name), canvas.toBuffer('image/png'));
}

await makeIcons();
