// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUp, type World } from '../../app/testing/world.ts';
import { AnnotatorContext } from '../kit/annotator.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

let isBroken = false;
let world: World;
const page = document.createElement('div');
let root: ReturnType<typeof createRoot>;

function Panel({ name }: { readonly name: string }) {
  if (isBroken && name === 'fragile') throw new Error('a value that nobody thought of');
  return <p>{name}</p>;
}

function show(content: ReactNode): void {
  act(() => root.render(<AnnotatorContext value={world.annotator}>{content}</AnnotatorContext>));
}

function button(words: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!found) throw new Error(`there is no button ${words}`);
  return found;
}

const two = () => (
  <ErrorBoundary>
    <ErrorBoundary>
      <Panel name="fragile" />
    </ErrorBoundary>
    <Panel name="sound" />
  </ErrorBoundary>
);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('crossOriginIsolated', true);
  // React says what was caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  isBroken = false;
  world = setUp();
  document.body.append(page);
  root = createRoot(page);
});

afterEach(() => {
  act(() => root.unmount());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a fault in one part of the page', () => {
  it('leaves the other parts, and says what is saved', () => {
    show(two());
    expect(page.textContent).toBe('fragilesound');
    isBroken = true;
    show(two());
    expect(page.textContent).toContain('sound');
    const alert = page.querySelector('[role=alert]');
    expect(alert?.textContent).toContain('a bug in the app');
    // Nothing is kept in tests.
    expect(alert?.textContent).toContain('Not kept: This window keeps nothing once it is closed');
  });

  it('goes on when the person says so, and stands again if it is not over', () => {
    isBroken = true;
    show(two());
    act(() => button('Continue').click());
    expect(page.querySelector('[role=alert]')).not.toBeNull();
    isBroken = false;
    act(() => button('Continue').click());
    expect(page.textContent).toBe('fragilesound');
  });

  it('offers a report that names it', async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    isBroken = true;
    show(two());
    await act(async () => button('Copy a report').click());
    expect(writeText.mock.lastCall?.[0]).toContain('a value that nobody thought of');
    expect(world.annotator.view.getState().notices.at(-1)?.tone).toBe('info');
  });

  it('at the root leaves no white page', () => {
    isBroken = true;
    show(
      <ErrorBoundary>
        <Panel name="fragile" />
      </ErrorBoundary>,
    );
    expect(page.querySelectorAll('button')).toHaveLength(3);
  });
});
