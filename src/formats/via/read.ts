import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { type Attribute, UNNAMED_CLASS } from '../dataset.ts';
import { FormatError } from '../problems.ts';
import type { Reading } from '../reading/reading.ts';
import { maskFromBox, maskFromPolygons } from '../shapes/polygon-masks.ts';
import { ellipseRing, turnRing } from '../shapes/rings.ts';
import { attributesFrom, expectShape, LooseNumber } from '../text/json.ts';

const Region = v.object({
  shape_attributes: v.looseObject({ name: v.string() }),
  region_attributes: v.nullish(v.record(v.string(), v.unknown()), {}),
});

const Picture = v.object({
  filename: v.string(),
  /** The first version numbers them, later ones list them. */
  regions: v.union([v.array(v.unknown()), v.record(v.string(), v.unknown())]),
});

const Project = v.object({ _via_img_metadata: v.record(v.string(), v.unknown()) });

export function isVia(json: unknown): boolean {
  if (v.is(Project, json)) return true;
  return v.is(v.record(v.string(), Picture), json) && Object.keys(json).length > 0;
}

/** VGG Image Annotator, a whole project or its annotations alone. */
export function readVia(file: string, json: unknown, reading: Reading): void {
  const pictures = v.is(Project, json) ? json._via_img_metadata : json;
  for (const [key, item] of Object.entries(pictures ?? {})) {
    reading.attempt(file, () => {
      const { filename, regions } = expectShape(Picture, item, key);
      const photo = reading.findPhoto(file, filename, null);
      if (!photo) return;
      for (const [at, region] of Object.entries(regions)) {
        reading.attempt(file, () => {
          const { shape_attributes, region_attributes } = expectShape(Region, region, at);
          reading.addObject(photo, {
            mask: viaMask(shape_attributes, photo.size),
            isBox: shape_attributes.name === 'rect',
            ...viaClass(region_attributes),
          });
        });
      }
    });
  }
}

const CLASS_KEYS = ['class', 'label', 'name', 'category', 'type', 'object'];

/** A class is one attribute among others, which people name as they like; a choice of several is `{cat: true}`. */
export function viaClass(all: Readonly<Record<string, unknown>>): {
  className: string;
  attributes: Attribute[];
} {
  const words = Object.entries(all).map(([key, value]) => [key, wordFrom(value)] as const);
  const named = CLASS_KEYS.flatMap((key) =>
    words.filter(([name, word]) => name.toLowerCase().startsWith(key) && word),
  );
  const [key, className] = named[0] ?? words.find(([, word]) => word) ?? [null, UNNAMED_CLASS];
  const rest = Object.entries(all).filter(([name]) => name !== key);
  return { className, attributes: attributesFrom(Object.fromEntries(rest)) };
}

function wordFrom(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value).find(([, isSet]) => isSet === true)?.[0] ?? '';
}

const Coordinates = v.array(LooseNumber);

export function viaMask(shape: Readonly<Record<string, unknown>>, size: Size): Mask {
  const number = (key: string) => expectShape(LooseNumber, shape[key], key);
  const name = expectShape(v.string(), shape.name, 'name');
  switch (name) {
    case 'rect': {
      const [x0, y0] = [number('x'), number('y')];
      return maskFromBox({ x0, y0, x1: x0 + number('width'), y1: y0 + number('height') }, size);
    }
    case 'circle': {
      const centre = { x: number('cx'), y: number('cy') };
      return maskFromPolygons([ellipseRing(centre, number('r'), number('r'))], size);
    }
    case 'ellipse': {
      const centre = { x: number('cx'), y: number('cy') };
      const degrees = shape.theta === undefined ? 0 : (number('theta') * 180) / Math.PI;
      const ring = ellipseRing(centre, number('rx'), number('ry'));
      return maskFromPolygons([turnRing(ring, centre, degrees)], size);
    }
    case 'polygon': {
      const xs = expectShape(Coordinates, shape.all_points_x, 'all_points_x');
      const ys = expectShape(Coordinates, shape.all_points_y, 'all_points_y');
      return maskFromPolygons([xs.flatMap((x, i) => [x, ys[i] ?? Number.NaN])], size);
    }
    default:
      throw new FormatError({ kind: 'unknown-shape', shape: name });
  }
}
