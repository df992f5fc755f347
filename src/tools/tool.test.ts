import { expect, test } from 'vitest';
import type { Draft } from '../app/state/editing.ts';
import type { ToolSettings } from './drawing.ts';
import {
  type Command,
  type Gesture,
  type GestureInput,
  IDLE,
  type PressLabel,
  type Spot,
} from './gesture.ts';
import { toolStep } from './tool.ts';

/** The photo lies at (100, 50), two CSS pixels per photo pixel. */
function spot(x: number, y: number, pressure = 1): Spot {
  return { screen: { x, y }, image: { x: (x - 100) / 2, y: (y - 50) / 2 }, scale: 2, pressure };
}

/** Tells a tool a story; keeps the draft as the app does. */
function storyteller(tool: ToolSettings['tool'], areaMode: ToolSettings['areaMode'] = 'add') {
  let gesture: Gesture = IDLE;
  let time = 0;
  let draft: Draft | null = null;
  const applied: Draft[] = [];
  const commands: Command['do'][] = [];
  function say(input: GestureInput): void {
    const polygon = draft?.kind === 'area' && draft.open ? draft : null;
    const next = toolStep(
      { tool, brushSize: 20, areaMode, polygon, rings: [], snapsToEdges: true },
      gesture,
      input,
    );
    gesture = next.gesture;
    for (const command of next.commands) {
      commands.push(command.do);
      if (command.do === 'sketch') draft = command.draft;
      if (command.do !== 'apply') continue;
      applied.push(command.draft);
      draft = null;
    }
  }
  const press = (device: 'pointer' | 'touch') =>
    function down(x: number, y: number, id = 1, label: PressLabel = 'switch') {
      say({ type: 'down', id, device, pans: false, label, spot: spot(x, y), time });
      return told;
    };
  const told = {
    applied,
    commands,
    draft: () => draft,
    gesture: () => gesture.kind,
    wait(milliseconds: number) {
      time += milliseconds;
      return told;
    },
    down: press('pointer'),
    touch: press('touch'),
    move(x: number, y: number, id = 1, pressure = 1) {
      say({ type: 'move', id, device: 'pointer', spot: spot(x, y, pressure) });
      return told;
    },
    up(x: number, y: number, id = 1) {
      say({ type: 'up', id, spot: spot(x, y), time });
      return told;
    },
    click(x: number, y: number, label: PressLabel = 'switch') {
      return told.wait(1000).down(x, y, 1, label).up(x, y);
    },
    pan(x: number, y: number) {
      say({
        type: 'down',
        id: 1,
        device: 'pointer',
        pans: true,
        label: 'switch',
        spot: spot(x, y),
        time,
      });
      return told;
    },
    cancel() {
      say({ type: 'cancel' });
      return told;
    },
  };
  return told;
}

test('a stroke is as wide as the brush is on the screen, and a pen pressed less is thinner', () => {
  const { applied } = storyteller('brush').down(200, 100).move(240, 100, 1, 0.5).up(240, 100);
  expect(applied).toEqual([
    {
      kind: 'stroke',
      removes: false,
      points: [
        { x: 50, y: 25, radius: 5 },
        { x: 70, y: 25, radius: 2.5 },
      ],
    },
  ]);
});

test('the eraser takes away, and so does the brush with Alt', () => {
  expect(storyteller('eraser').click(200, 100).applied).toMatchObject([{ removes: true }]);
  expect(storyteller('brush').click(200, 100, 'exclude').applied).toMatchObject([
    { removes: true },
  ]);
});

test('a cancelled stroke leaves nothing', () => {
  const story = storyteller('brush').down(200, 100).move(240, 100).cancel().up(240, 100);
  expect(story.applied).toEqual([]);
  expect(story.draft()).toBeNull();
});

test('a second finger at once drops the dot and pinches; a tap of both undoes', () => {
  const story = storyteller('brush').touch(200, 100, 1).wait(50).touch(260, 100, 2);
  expect(story.draft()).toBeNull();
  expect(story.gesture()).toBe('fingers');
  story.up(200, 100, 1).up(260, 100, 2);
  expect(story.applied).toEqual([]);
  expect(story.commands).toContain('undo');
});

test('a second finger late leaves what was drawn, then pans', () => {
  const story = storyteller('brush').touch(200, 100, 1).wait(100).move(300, 100);
  story.wait(500).touch(200, 200, 2).move(310, 110, 1).up(310, 110, 1).up(200, 200, 2);
  expect(story.applied).toHaveLength(1);
  expect(story.commands).toContain('pan');
  expect(story.commands).not.toContain('undo');
});

test('polygon corners stand through panning, and a click on the first one closes it', () => {
  const story = storyteller('polygon').click(200, 100).click(300, 100);
  story.wait(1000).pan(250, 250).move(270, 260).up(270, 260);
  story.click(300, 200).click(203, 102);
  expect(story.applied).toEqual([
    {
      kind: 'area',
      removes: false,
      points: [
        { x: 50, y: 25 },
        { x: 100, y: 25 },
        { x: 100, y: 75 },
      ],
      open: null,
    },
  ]);
});

test('a double-click closes a polygon where it is', () => {
  const story = storyteller('polygon').click(200, 100).click(300, 100);
  story.click(300, 200).wait(100).down(300, 200).up(300, 200);
  expect(story.applied[0]?.points).toHaveLength(3);
});

test('the first corner says whether a polygon takes away', () => {
  const story = storyteller('polygon').click(200, 100, 'exclude').click(300, 100).click(300, 200);
  expect(story.click(200, 100).applied).toMatchObject([{ removes: true }]);
});

test('cancelling a corner leaves the polygon before it', () => {
  const story = storyteller('polygon').click(200, 100).click(300, 100).wait(1000);
  story.down(400, 300).cancel();
  expect(story.draft()?.points).toHaveLength(2);
});

test('a lasso goes around, a rectangle from corner to corner, both also to take away', () => {
  const around = storyteller('lasso', 'subtract').down(200, 100).move(300, 100).move(300, 200);
  expect(around.up(300, 200).applied).toMatchObject([{ removes: true, points: { length: 3 } }]);
  const box = storyteller('rectangle').down(300, 200).move(250, 150).up(200, 100);
  expect(box.applied).toMatchObject([
    {
      removes: false,
      points: [
        { x: 100, y: 75 },
        { x: 50, y: 75 },
        { x: 50, y: 25 },
        { x: 100, y: 25 },
      ],
    },
  ]);
});

test('the hand pans and draws nothing', () => {
  const story = storyteller('hand').down(200, 100).move(220, 110).up(220, 110);
  expect(story.commands).toEqual(['pan']);
});

test('the hand pans, and its right button asks for the menu', () => {
  expect(storyteller('hand').down(120, 90).move(130, 90).up(130, 90).commands).toEqual(['pan']);
  expect(storyteller('hand').down(120, 90, 1, 'exclude').up(120, 90).commands).toEqual(['menu']);
});
