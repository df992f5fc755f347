import { writeFileSync } from 'node:fs';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const names = ['tour', 'palette', 'palette-found', 'sheet', 'menu'];
const canvas = createCanvas(390 * names.length, 844);
const context = canvas.getContext('2d');
for (const [i, name] of names.entries())
  context.drawImage(await loadImage(`/tmp/shots/phone-${name}.png`), 390 * i, 0, 390, 844);
writeFileSync('/tmp/shots/phones.png', canvas.toBuffer('image/png'));
