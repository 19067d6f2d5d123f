/**
 * A browser's translator puts an element of its own around each of our texts, or in its place. React
 * knows nothing of that: it takes away a text where it put it, which throws and ends the page, and
 * changes a text that nobody sees any more. Here what stands in the place of a text is found again.
 */

/** Elements of a translator, by the text that each was put in the place of. */
const standIns = new WeakMap<Node, Element>();

/** From now on the page below that node may be translated. Called once, before anything is drawn. */
export function surviveTranslators(root: Node): void {
  const changedTexts = new MutationObserver((records) => {
    for (const { target } of records) {
      const standIn = standIns.get(target);
      if (standIn) standIn.textContent = target.nodeValue;
    }
  });
  const replacedTexts = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const [standIn] = [...addedNodes, previousSibling, nextSibling].filter(isOfTranslator);
      if (!standIn) continue;
      for (const text of removedNodes) {
        if (!(text instanceof Text) || text.isConnected) continue;
        standIns.set(text, standIn);
        changedTexts.observe(text, { characterData: true });
      }
    }
  });
  replacedTexts.observe(root, { childList: true, subtree: true });

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function remove<Child extends Node>(
    this: Node,
    child: Child,
  ): Child {
    const place = placeIn(this, child);
    // What a translator has taken away with its neighbour is gone already.
    if (place) removeChild.call(this, place);
    return child;
  };
  Node.prototype.insertBefore = function insert<Child extends Node>(
    this: Node,
    node: Child,
    before: Node | null,
  ): Child {
    insertBefore.call(this, node, before && (placeIn(this, before) ?? null));
    return node;
  };
}

/** Translators use an element that nobody else has used for twenty years. */
const isOfTranslator = (node: Node | null): node is Element => node?.nodeName === 'FONT';

/** @returns the child of `parent` that is `child`, or what a translator put around or instead of it */
function placeIn(parent: Node, child: Node): Node | undefined {
  for (const start of [child, standIns.get(child)])
    for (let at: Node | null = start ?? null; at; at = at.parentNode)
      if (at.parentNode === parent) return at;
  return undefined;
}
