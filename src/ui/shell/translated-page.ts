/** What a browser's translation put in the place of a text that React holds on to. */
const standIns = new WeakMap<Node, Element>();

/**
 * A browser that translates the page takes texts out and puts its own elements in their place, and
 * React then fails where it removes or moves them (https://github.com/facebook/react/issues/11538). Here
 * its calls go to what stands there instead.
 */
export function surviveTranslation(): void {
  const { removeChild, insertBefore } = Node.prototype;
  const observer = new MutationObserver((records) => {
    for (const record of records) note(record, observer);
  });
  observer.observe(document.body, { childList: true, subtree: true });

  Node.prototype.removeChild = function remove<Child extends Node>(
    this: Node,
    child: Child,
  ): Child {
    const there = placeOf(this, child);
    if (there) removeChild.call(this, there);
    return child;
  };

  Node.prototype.insertBefore = function insert<Child extends Node>(
    this: Node,
    node: Child,
    next: Node | null,
  ): Child {
    standIns.get(node)?.remove();
    standIns.delete(node);
    insertBefore.call(this, node, next && placeOf(this, next));
    return node;
  };
}

function note(
  { type, target, removedNodes, addedNodes }: MutationRecord,
  observer: MutationObserver,
): void {
  if (type === 'characterData') {
    putBack(target);
    return;
  }
  const [removed, added] = [removedNodes[0], addedNodes[0]];
  if (!(removed instanceof Text && added instanceof HTMLElement && added.tagName === 'FONT'))
    return;
  standIns.set(removed, added);
  observer.observe(removed, { characterData: true });
}

/** React has changed a text that isn't there any more: it comes back, to be translated again. */
function putBack(text: Node): void {
  const standIn = standIns.get(text);
  standIns.delete(text);
  if (text instanceof Text && standIn?.isConnected) standIn.replaceWith(text);
}

/** The child itself, or what stands for it or is around it; null: it is gone. */
function placeOf(parent: Node, child: Node): Node | null {
  const standIn = standIns.get(child);
  if (standIn?.parentNode === parent) return standIn;
  let node: Node = child;
  while (node.parentNode && node.parentNode !== parent) node = node.parentNode;
  return node.parentNode === parent ? node : null;
}
