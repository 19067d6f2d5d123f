/**
 * Calls whenever the element has another size. Where the browser cannot tell, it is called with each
 * change of the window: what depends on it is then right after the next one. @returns how to stop
 */
export function watchSize(element: Element, call: () => void): () => void {
  if (typeof ResizeObserver === 'undefined') {
    addEventListener('resize', call);
    return () => removeEventListener('resize', call);
  }
  const observer = new ResizeObserver(call);
  observer.observe(element);
  return () => observer.disconnect();
}
