/** The photo that the killed browsers work on: small, so a round is about saving and nothing else. */
export const SIDE = { width: 24, height: 16 } as const;

/** Pixels x0 to x1 and y0 to y1, ends exclusive. */
export interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What the driver tells the page to do. Objects are meant by their place in the list. */
export type Action =
  | { readonly do: 'draw'; readonly area: Area; readonly note: string }
  | { readonly do: 'edit'; readonly at: number; readonly area: Area; readonly removes: boolean }
  | { readonly do: 'note'; readonly at: number; readonly note: string }
  | { readonly do: 'delete'; readonly at: number }
  | { readonly do: 'tag'; readonly tag: string }
  | { readonly do: 'untag'; readonly tag: string }
  | { readonly do: 'done'; readonly isDone: boolean }
  | { readonly do: 'class'; readonly name: string }
  | { readonly do: 'point'; readonly x: number; readonly y: number }
  | { readonly do: 'clear' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

/** What must be there again after a restart. */
export interface Content {
  readonly objects: readonly { readonly note: string; readonly pixels: string }[];
  readonly tags: readonly string[];
  readonly isDone: boolean;
  readonly classes: readonly string[];
  readonly points: readonly string[];
}

/** The content, and whole copies of it for undo and redo: nothing is shared with how the app does it. */
export interface Model {
  readonly content: Content;
  readonly done: readonly Content[];
  readonly undone: readonly Content[];
}

export const EMPTY_MODEL: Model = {
  content: { objects: [], tags: [], isDone: false, classes: [], points: [] },
  done: [],
  undone: [],
};

export function carriedOut(model: Model, action: Action): Model {
  const { content, done, undone } = model;
  switch (action.do) {
    case 'undo': {
      const before = done.at(-1);
      if (!before) return model;
      return { content: before, done: done.slice(0, -1), undone: [...undone, content] };
    }
    case 'redo': {
      const after = undone.at(-1);
      if (!after) return model;
      return { content: after, done: [...done, content], undone: undone.slice(0, -1) };
    }
    case 'draw': {
      // Two undo steps: the mask, then the note on it.
      const drawn = { note: '', pixels: withArea(NO_PIXELS, action.area, false) };
      const objects = [...content.objects, drawn];
      const noted = [...content.objects, { ...drawn, note: action.note }];
      const first = committed(model, { ...content, objects });
      return committed(first, { ...content, objects: noted });
    }
    default: {
      const next = changed(content, action);
      return JSON.stringify(next) === JSON.stringify(content) ? model : committed(model, next);
    }
  }
}

function committed({ content, done }: Model, next: Content): Model {
  return { content: next, done: [...done, content], undone: [] };
}

function changed(
  content: Content,
  action: Exclude<Action, { do: 'undo' | 'redo' | 'draw' }>,
): Content {
  const { objects, tags, classes, points } = content;
  switch (action.do) {
    case 'edit':
      return {
        ...content,
        objects: objects
          .map((object, i) => {
            if (i !== action.at) return object;
            return { ...object, pixels: withArea(object.pixels, action.area, action.removes) };
          })
          .filter(({ pixels }) => pixels !== NO_PIXELS),
      };
    case 'note': {
      const { at, note } = action;
      return { ...content, objects: objects.map((one, i) => (i === at ? { ...one, note } : one)) };
    }
    case 'delete':
      return { ...content, objects: objects.filter((_, i) => i !== action.at) };
    case 'tag':
      return { ...content, tags: tags.includes(action.tag) ? tags : [...tags, action.tag] };
    case 'untag':
      return { ...content, tags: tags.filter((tag) => tag !== action.tag) };
    case 'done':
      return { ...content, isDone: action.isDone };
    case 'class':
      return { ...content, classes: [...classes, action.name] };
    case 'point':
      return { ...content, points: [...points, `${action.x} ${action.y}`] };
    case 'clear':
      return { ...content, points: [] };
  }
}

const NO_PIXELS = '.'.repeat(SIDE.width * SIDE.height);

function withArea(pixels: string, { x0, y0, x1, y1 }: Area, removes: boolean): string {
  const marks = [...pixels];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) marks[y * SIDE.width + x] = removes ? '.' : '#';
  }
  return marks.join('');
}

/** Something that can be done to what is there; `random` gives numbers from 0 to 1, names are not given twice. */
export function anyAction({ content, done, undone }: Model, random: () => number): Action {
  const serial = Math.floor(random() * 2 ** 32).toString(36);
  const at = Math.floor(random() * content.objects.length);
  const area = anyArea(random);
  const all: Action[] = [
    { do: 'draw', area, note: `note ${serial}` },
    { do: 'tag', tag: `tag ${Math.floor(random() * 4)}` },
    { do: 'done', isDone: !content.isDone },
    { do: 'point', x: Math.floor(random() * SIDE.width), y: Math.floor(random() * SIDE.height) },
    { do: 'class', name: `class ${serial}` },
    ...(content.tags[0] ? [{ do: 'untag', tag: content.tags[0] } as const] : []),
    ...(content.points.length > 0 ? [{ do: 'clear' } as const] : []),
    ...(done.length > 0 ? [{ do: 'undo' } as const, { do: 'undo' } as const] : []),
    ...(undone.length > 0 ? [{ do: 'redo' } as const] : []),
    ...(content.objects.length > 0
      ? ([
          { do: 'edit', at, area, removes: random() < 0.4 },
          { do: 'edit', at, area, removes: false },
          { do: 'note', at, note: `note ${serial}` },
          { do: 'delete', at },
        ] as const)
      : []),
  ];
  return all[Math.floor(random() * all.length)] ?? { do: 'undo' };
}

function anyArea(random: () => number): Area {
  const x0 = Math.floor(random() * (SIDE.width - 1));
  const y0 = Math.floor(random() * (SIDE.height - 1));
  return {
    x0,
    y0,
    x1: x0 + 1 + Math.floor(random() * (SIDE.width - x0)),
    y1: y0 + 1 + Math.floor(random() * (SIDE.height - y0)),
  };
}
