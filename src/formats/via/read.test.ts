import { describe, test } from 'vitest';
import { expectSquare } from '../testing/square.ts';

describe('VIA', () => {
  const polygon = {
    name: 'polygon',
    all_points_x: [10, 30, 30, 10],
    all_points_y: [10, 10, 30, 30],
  };
  const rect = { name: 'rect', x: 10, y: 10, width: 20, height: 20 };
  const circle = { name: 'circle', cx: 20, cy: 20, r: 10 };
  const ellipse = { name: 'ellipse', cx: 20, cy: 20, rx: 10, ry: 10, theta: 0.5 };
  const region = (shape: object, attributes: object = { class: 'cat' }) => ({
    shape_attributes: shape,
    region_attributes: attributes,
  });
  test.each([polygon, rect, circle, ellipse])('$name', async (shape) => {
    const picture = { filename: 'a.jpg', size: 5, regions: [region(shape)] };
    await expectSquare({ 'v.json': { 'a.jpg5': picture } });
    await expectSquare({
      'v.json': { _via_settings: {}, _via_img_metadata: { 'a.jpg5': picture } },
    });
    await expectSquare({ 'v.json': { 'a.jpg5': { ...picture, regions: { 0: region(shape) } } } });
  });

  test.each([
    [{ name: 'cat', colour: 'grey' }, 'cat'],
    [{ colour: '', Type: 'cat' }, 'cat'],
    [{ kinds: { dog: false, cat: true } }, 'cat'],
    [{ animal: 'cat' }, 'cat'],
    [{}, 'object'],
  ])('the class among %j', async (attributes, className) => {
    const picture = { filename: 'a.jpg', regions: [region(rect, attributes)] };
    await expectSquare({ 'v.json': { x: picture } }, className);
  });

  test('as a table', async () => {
    const quoted = (value: object) => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const csv = `filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,region_attributes\r\na.jpg,5,{},1,0,${quoted(rect)},${quoted({ class: 'cat' })}\r\n`;
    await expectSquare({ 'via.csv': csv });
  });
});
