import type { TourStep } from '../../app/view.ts';

export const TOUR = { title: 'Tour', next: 'Next', done: 'Done', skip: 'Skip the tour' } as const;

export function placeWords(number: number, of: number): string {
  return `${number} of ${of}`;
}

/** Keys by name; null where the person took them away. */
export interface TourKeys {
  readonly finish: string | null;
  readonly nameClass: string | null;
  readonly palette: string | null;
}

export function stepWords(step: TourStep, keys: TourKeys): { title: string; text: string } {
  switch (step) {
    case 'open':
      return {
        title: 'Open a photo',
        text: 'Pick one, drop some anywhere, or take a sample. Nothing leaves this device.',
      };
    case 'click':
      return {
        title: 'Click an object',
        text: 'Its mask comes up. A right click takes away what should not belong; on a touch screen the − does.',
      };
    case 'keep':
      return {
        title: 'Keep it, and say what it is',
        text: `Keep${inBrackets(keys.finish)} makes it an object. The class field${inBrackets(keys.nameClass)} names its class.`,
      };
    case 'export':
      return {
        title: 'Export',
        text: `Take everything with you as COCO, YOLO or pictures. All else is in the search${inBrackets(keys.palette)}.`,
      };
  }
}

function inBrackets(keys: string | null): string {
  return keys ? ` (${keys})` : '';
}
