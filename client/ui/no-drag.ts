const stop = (event: { readonly stopPropagation: () => void }): void => event.stopPropagation();

/** Given to what stands on a card: nothing pressed in it may start a drag of the card. */
export const NO_DRAG = {
  onPointerDown: stop,
  onMouseDown: stop,
  onTouchStart: stop,
  onKeyDown: stop,
};
