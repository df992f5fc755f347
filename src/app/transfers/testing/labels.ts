/** Labels of LabelMe for the photo that the tests open, which is 4 x 2. */
export function labels(name: string, label = 'cat') {
  const points = [
    [0, 0],
    [2, 0],
    [2, 1],
    [0, 1],
  ];
  const json = { imagePath: name, shapes: [{ label, points, shape_type: 'polygon' }] };
  return { path: `${name}.json`, file: new Blob([JSON.stringify(json)]) };
}

const UPPER_LEFT = [[0, 0, 2, 0, 2, 1, 0, 1]];

/** One photo with labels of COCO. */
export function coco(id: number, annotations: readonly object[], image: object = {}) {
  const json = {
    images: [{ id, file_name: 'a.png', width: 4, height: 2, ...image }],
    categories: [{ id: 17, name: 'cat', supercategory: 'animal' }],
    annotations: annotations.map((annotation) => ({
      ...{ image_id: id, category_id: 17, segmentation: UPPER_LEFT },
      ...annotation,
    })),
  };
  return { path: `${id}.json`, file: new Blob([JSON.stringify(json)]) };
}
