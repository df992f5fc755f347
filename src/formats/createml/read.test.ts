import { test } from 'vitest';
import { expectSquare } from '../testing/square.ts';

test.each(['image', 'imagefilename'])('CreateML, its photos called %s', async (key) => {
  const annotations = [{ label: 'cat', coordinates: { x: 20, y: 20, width: 20, height: 20 } }];
  await expectSquare({ '_annotations.createml.json': [{ [key]: 'a.jpg', annotations }] });
});
