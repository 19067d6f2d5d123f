/** Whether the person is in a field now: nobody who writes is scrolled or taken elsewhere. */
export const isWriting = (): boolean =>
  document.activeElement instanceof HTMLElement &&
  document.activeElement.matches('input, textarea, select, [contenteditable]');
