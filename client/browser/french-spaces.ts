/**
 * Everything the page draws gets its spaces from `shared/text/typography.ts`: ours and people's
 * words, in every screen, window and message, on paper too. It is done where texts enter the page,
 * so that no screen can forget it, and before they are painted. Fields keep what people typed, and
 * React, which compares what it gave before, never reads what stands here.
 */
import { drawnText } from '../../shared/text/typography.ts';

/** What mirrors a field, letter for letter and width for width, or is a field. */
const RAW = 'textarea, [contenteditable], .bound-text-copy, script, style';

/** @returns stops it */
export function bindSpaces(root: Node): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes) drawUnder(node);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  drawUnder(root);
  return () => observer.disconnect();
}

function drawUnder(node: Node): void {
  const around = node instanceof Element ? node : node.parentElement;
  if (around?.closest(RAW)) return;
  if (node instanceof Text) draw(node);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(RAW)) draw(text);
  }
}

/** What is bound already is left as it is: drawing it again would be a change without end. */
function draw(text: Text): void {
  const drawn = drawnText(text.data);
  if (drawn !== text.data) text.data = drawn;
}
