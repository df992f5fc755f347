export const OBJECTS = 100_000;
const PHOTOS = 20;
const CORNERS = 22;
export const SIZE = { width: 1920, height: 1080 };

export const photoNames = Array.from({ length: PHOTOS }, (_, i) => `${i}.png`);

export function cocoText(): string {
  const images = photoNames.map((name, i) => ({ ...{ id: i + 1, file_name: name }, ...SIZE }));
  const annotations = Array.from({ length: OBJECTS }, (_, i) => ({
    ...{ id: i + 1, image_id: 1 + (i % PHOTOS), category_id: 1, iscrowd: 0 },
    segmentation: [outline(i)],
  }));
  return JSON.stringify({ images, annotations, categories: [{ id: 1, name: 'thing' }] });
}

/** A jagged disc; each of another place and size. */
function outline(i: number): number[] {
  const radius = 10 + ((i * 37) % 240);
  const [x, y] = [radius + ((i * 7919) % 1400), radius + ((i * 104729) % 580)];
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI;
    const reach = radius * (0.7 + 0.3 * Math.abs(Math.sin(i + 3 * corner)));
    const at = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    return at.map((value) => Math.round(value * 100) / 100);
  }).flat();
}
