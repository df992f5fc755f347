import { Dialog } from '../Dialog.tsx';
import { keyWords } from '../key-words.ts';

interface Row {
  readonly action: string;
  readonly mouse: string;
  readonly touch: string;
  readonly keys: string;
}

function row(action: string, mouse: string, touch: string, keys: string): Row {
  return { action, mouse, touch, keys };
}

const ROWS: readonly Row[] = [
  row('Include', 'click', 'tap, switch at +', 'F'),
  row('Exclude', 'right click, Alt+click', 'tap, switch at −', 'G'),
  row('Box', 'drag', 'long press, drag', ''),
  row('Preview', 'move over the photo', '', ''),
  row('Hide masks', '', '', 'hold H'),
  row('Next candidate', 'Ctrl+wheel over the mask', 'chips', 'Tab, Shift+Tab'),
  row('Keep the mask', 'double-click', 'Keep', 'Enter'),
  row('Prompt tool, brush, eraser', 'tool rail', 'tool row', 'V, B, X'),
  row('Polygon, lasso, rectangle', 'tool rail', 'tool row', 'P, L, R'),
  row('Take away instead of add', 'Alt+drag, right drag', 'Subtract', ''),
  row('Brush size', 'Shift+wheel', 'slider', '[  ]'),
  row('Close the polygon', 'first corner, double-click', 'first corner, ✓', 'Enter'),
  row('Take its last corner back', '', '↶', 'Backspace'),
  row('Next object by hand', 'New object', 'New object', 'Enter'),
  row('RobustSAM, plain SAM, compare', 'switch', 'switch', 'M'),
  row('Compare: wipe or side by side', 'switch', 'switch', 'Shift+M'),
  row('Clear the prompt, drop what is drawn', '', '×', 'Esc'),
  row('Undo', '', 'two-finger tap', 'Ctrl+Z'),
  row('Redo', '', 'three-finger tap', 'Ctrl+Shift+Z, Ctrl+Y'),
  row('Pan', 'space+drag, middle drag', 'slide, two fingers', 'arrows'),
  row('Zoom', 'wheel', 'pinch', '+  −'),
  row('Fit, actual pixels', '', '', 'Shift+0, Shift+1'),
  row('Crosshair for the arrow keys', '', '', 'K (Shift: finer)'),
  row(
    'Class of the selected, else of new objects',
    'Objects panel',
    'Objects panel',
    '1 – 9, 0: none',
  ),
  row('Class by its name, also a new one', 'Objects panel', 'Objects panel', '/'),
  row('Select an object; again: the one beneath', 'Ctrl+click', 'tap in the list', 'S'),
  row('Select one more', 'Ctrl+Shift+click', '', 'Shift+S'),
  row('Refine the selected object', 'Objects panel', 'Objects panel', 'Shift+R'),
  row(
    'Hide, lock, duplicate, delete',
    'Objects panel',
    'Objects panel',
    'Shift+H, Shift+L, Ctrl+D, Delete',
  ),
  row(
    'In the list: rename, to the front or back',
    'double-click, drag',
    'drag the picture',
    'F2, Alt+↑ ↓',
  ),
  row('Previous, next photo', 'filmstrip', 'filmstrip', 'A, D'),
  row('Photo done, on to the next', 'Photo panel', 'Photo panel', 'Ctrl+Enter'),
  row('Objects of the photo before', 'Objects panel', 'Objects panel', 'Shift+V'),
  row('Open photos', 'drop', '', 'Ctrl+O, Ctrl+V'),
  row('Export data set', '', '', 'Ctrl+E'),
  row('Import labels', 'drop', '', 'Ctrl+I'),
  row('Copy the selected cut-out, its mask', '', '', 'Ctrl+C, Shift+C'),
  row('This sheet', '', '', '?'),
];

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The bindings themselves are in tools/keyboard.ts and the gesture files beside it. */
export function ShortcutSheet({ isOpen, onClose }: Props) {
  return (
    <Dialog title="Keys and gestures" isOpen={isOpen} onClose={onClose}>
      <table className="shortcuts">
        <thead>
          <tr>
            <th scope="col">Action</th>
            <th scope="col">Mouse</th>
            <th scope="col">Touch</th>
            <th scope="col">Key</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ action, mouse, touch, keys }) => (
            <tr key={action}>
              <th scope="row">{action}</th>
              <td>{mouse}</td>
              <td>{touch}</td>
              <td>{keys && <kbd>{keyWords(keys)}</kbd>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
