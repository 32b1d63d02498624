/** Between the DOM's selection and offsets in an answer's text. `root` is the element that holds the text, cut into any number of spans. */

/** UTF-16 offset of a DOM point inside `root`; clamps points outside of it to its start or end. */
export function offsetOf(root: Node, node: Node, offset: number): number {
  const range = root.ownerDocument?.createRange();
  if (!range) return 0;
  range.selectNodeContents(root);
  if (!root.contains(node)) return root.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? 0 : range.toString().length;
  range.setEnd(node, offset);
  return range.toString().length;
}

/** A DOM range over `[start, end)` of the text in `root`. */
export function rangeOf(root: Node, start: number, end: number): Range | null {
  const document = root.ownerDocument;
  if (!document) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start <= passed + length) {
      range.setStart(node, start - passed);
      begun = true;
    }
    if (begun && end <= passed + length) {
      range.setEnd(node, end - passed);
      return range;
    }
    passed += length;
  }
  return null;
}

/** The element with the text of an answer. */
export const textElement = (itemId: number): HTMLElement | null => document.querySelector<HTMLElement>(`[data-text="${itemId}"]`);

/** Whether an answer is read from right to left, as Arabic and Hebrew are. */
export function isRightToLeft(itemId: number | undefined): boolean {
  const element = itemId === undefined ? null : textElement(itemId);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}
