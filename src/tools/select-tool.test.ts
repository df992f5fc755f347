import { expect, test } from 'vitest';
import type { Command, Gesture, GestureInput, PressLabel, Spot } from './gesture.ts';
import { IDLE } from './gesture.ts';
import { selectTool } from './select-tool.ts';

/** The photo lies at (100, 50), two CSS pixels per photo pixel. */
function spot(x: number, y: number): Spot {
  return { screen: { x, y }, image: { x: (x - 100) / 2, y: (y - 50) / 2 }, scale: 2, pressure: 1 };
}

/** Tells the tool a story and notes what it commands. */
function storyteller() {
  let gesture: Gesture = IDLE;
  let time = 0;
  const commands: Command[] = [];
  function say(input: GestureInput): void {
    const next = selectTool(gesture, input);
    gesture = next.gesture;
    commands.push(...next.commands);
  }
  const told = {
    commands,
    gesture: () => gesture.kind,
    wait(milliseconds: number) {
      time += milliseconds;
      return told;
    },
    down(x: number, y: number, options: { label?: PressLabel; pans?: boolean } = {}) {
      const { label = 'switch', pans = false } = options;
      say({ type: 'down', id: 1, device: 'pointer', pans, label, spot: spot(x, y), time });
      return told;
    },
    touch(id: number, x: number, y: number) {
      const common = { pans: false, label: 'switch', spot: spot(x, y), time } as const;
      say({ type: 'down', id, device: 'touch', ...common });
      return told;
    },
    move(x: number, y: number, id = 1) {
      say({ type: 'move', id, device: id === 1 ? 'pointer' : 'touch', spot: spot(x, y) });
      return told;
    },
    up(x: number, y: number, id = 1) {
      say({ type: 'up', id, spot: spot(x, y), time });
      return told;
    },
    hold(id: number) {
      say({ type: 'hold', id });
      return told;
    },
    leave() {
      say({ type: 'leave' });
      return told;
    },
    cancel() {
      say({ type: 'cancel' });
      return told;
    },
  };
  return told;
}

test('a click adds a point where the button went down, however the hand trembled', () => {
  const { commands } = storyteller().down(120, 90).move(123, 91).up(123, 91);
  expect(commands).toEqual([{ do: 'point', at: { x: 10, y: 20 }, label: 'switch' }]);
});

test('the exclude button adds an exclude point and draws no box', () => {
  const click = storyteller().down(120, 90, { label: 'exclude' }).up(120, 90);
  expect(click.commands).toEqual([{ do: 'point', at: { x: 10, y: 20 }, label: 'exclude' }]);
  const drag = storyteller().down(120, 90, { label: 'exclude' }).move(200, 200).up(200, 200);
  expect(drag.commands).toEqual([]);
});

test('the exclude button that rests asks for the menu there, and excludes nothing when it goes up', () => {
  const held = storyteller().down(120, 90, { label: 'exclude' }).hold(1).up(120, 90);
  expect(held.commands).toEqual([{ do: 'menu', at: spot(120, 90) }]);
  const moved = storyteller().down(120, 90, { label: 'exclude' }).move(200, 200).hold(1);
  expect(moved.commands).toEqual([]);
});

test('a select click selects, twice as fast too, and a drag with it means nothing', () => {
  const at = { x: 10, y: 20 };
  const twice = storyteller().down(120, 90, { label: 'select' }).up(120, 90).wait(100);
  twice.down(120, 90, { label: 'select-more' }).up(120, 90);
  expect(twice.commands).toEqual([
    { do: 'select', at, adds: false },
    { do: 'select', at, adds: true },
  ]);
  const drag = storyteller().down(120, 90, { label: 'select' }).move(200, 200).up(200, 200);
  expect(drag.commands).toEqual([]);
});

test('a second click on the spot keeps; one elsewhere or later adds a point', () => {
  const twice = storyteller().down(120, 90).up(120, 90).wait(200).down(121, 90).up(121, 90);
  expect(twice.commands.map((command) => command.do)).toEqual(['point', 'keep']);
  const apart = storyteller().down(120, 90).up(120, 90).wait(200).down(150, 90).up(150, 90);
  expect(apart.commands.map((command) => command.do)).toEqual(['point', 'point']);
  const late = storyteller().down(120, 90).up(120, 90).wait(900).down(120, 90).up(120, 90);
  expect(late.commands.map((command) => command.do)).toEqual(['point', 'point']);
  const thrice = twice.down(121, 90).up(121, 90);
  expect(thrice.commands.map((command) => command.do)).toEqual(['point', 'keep', 'point']);
});

test('a drag shows the box as it grows and adds it once', () => {
  const { commands } = storyteller().down(120, 90).move(140, 110).move(200, 150).up(202, 150);
  const from = { x: 10, y: 20 };
  expect(commands).toEqual([
    { do: 'hover', at: null },
    { do: 'draft', from, to: { x: 20, y: 30 } },
    { do: 'draft', from, to: { x: 50, y: 50 } },
    { do: 'drop-draft' },
    { do: 'box', from, to: { x: 51, y: 50 } },
  ]);
});

test('a cancelled drag leaves no box, and its late button-up means nothing', () => {
  const told = storyteller().down(120, 90).move(200, 150).cancel().move(210, 160).up(210, 160);
  expect(told.commands.some((command) => command.do === 'box')).toBe(false);
  expect(told.commands.some((command) => command.do === 'drop-draft')).toBe(true);
  expect(told.gesture()).toBe('idle');
});

test('a cancelled press adds no point', () => {
  const told = storyteller().down(120, 90).cancel().up(120, 90);
  expect(told.commands).toEqual([]);
});

test('the hand pans by what the pointer moved and adds nothing', () => {
  const told = storyteller().down(120, 90, { pans: true }).move(130, 85).move(131, 85).up(131, 85);
  expect(told.commands).toEqual([
    { do: 'pan', dx: 10, dy: -5 },
    { do: 'pan', dx: 1, dy: 0 },
  ]);
});

test('hover follows the free pointer and ends when it leaves', () => {
  const { commands } = storyteller().move(120, 90).leave();
  expect(commands).toEqual([
    { do: 'hover', at: { x: 10, y: 20 } },
    { do: 'hover', at: null },
  ]);
});

test('a tap adds a point and leaves no hover behind', () => {
  const { commands } = storyteller().touch(2, 120, 90).wait(90).move(126, 94, 2).up(126, 94, 2);
  expect(commands).toEqual([
    { do: 'hover', at: null },
    { do: 'point', at: { x: 10, y: 20 }, label: 'switch' },
  ]);
});

test('a long press and a drag make a box, felt when it begins', () => {
  const { commands } = storyteller().touch(2, 120, 90).hold(2).move(200, 150, 2).up(200, 150, 2);
  expect(commands.map((command) => command.do)).toEqual([
    'hover',
    'draft',
    'buzz',
    'draft',
    'drop-draft',
    'box',
  ]);
});

test('one finger that slides pans', () => {
  const { commands } = storyteller().touch(2, 120, 90).move(140, 90, 2).move(150, 95, 2);
  expect(commands).toContainEqual({ do: 'pan', dx: 10, dy: 5 });
});

test('two fingers pan by their middle and zoom by their spread', () => {
  const told = storyteller().touch(2, 100, 100).touch(3, 200, 100).move(300, 100, 3);
  expect(told.commands).toContainEqual({ do: 'pan', dx: 50, dy: 0 });
  expect(told.commands).toContainEqual({ do: 'zoom', factor: 2, about: { x: 200, y: 100 } });
  told.up(100, 100, 2).up(300, 100, 3);
  expect(told.gesture()).toBe('idle');
  expect(told.commands.some((command) => command.do === 'undo')).toBe(false);
});

test('two- and three-finger taps undo and redo; slow or moving ones do not', () => {
  const two = storyteller().touch(2, 100, 100).touch(3, 200, 100).wait(100);
  two.move(104, 100, 2).up(104, 100, 2).up(200, 100, 3);
  expect(two.commands).toEqual([{ do: 'hover', at: null }, { do: 'undo' }]);
  const three = storyteller().touch(2, 100, 100).touch(3, 200, 100).touch(4, 300, 100);
  three.up(300, 100, 4).up(100, 100, 2).up(200, 100, 3);
  expect(three.commands).toContainEqual({ do: 'redo' });
  expect(three.commands).not.toContainEqual({ do: 'undo' });
  const slow = storyteller().touch(2, 100, 100).touch(3, 200, 100).wait(600);
  slow.up(100, 100, 2).up(200, 100, 3);
  expect(slow.commands).toEqual([{ do: 'hover', at: null }]);
});

test('a second finger turns a long-press box into a pinch and drops the box', () => {
  const told = storyteller().touch(2, 120, 90).hold(2).touch(3, 220, 90).move(320, 90, 3);
  expect(told.commands.map((command) => command.do)).toEqual([
    'hover',
    'draft',
    'buzz',
    'drop-draft',
    'pan',
    'zoom',
  ]);
  told.up(320, 90, 3).up(120, 90, 2);
  expect(told.commands.some((command) => command.do === 'box')).toBe(false);
});

test('a hand resting on the screen while a finger is cancelled does not add a point', () => {
  const told = storyteller().touch(2, 120, 90).cancel().up(120, 90, 2);
  expect(told.commands).toEqual([{ do: 'hover', at: null }]);
});
