/** Work that is only on this device: the browser is asked not to clear it when it lacks room. */

/** @returns what asks, the first time it is called; whatever is answered changes nothing */
export function createStay(): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    void stay().catch(() => undefined);
  };
}

/** A browser that has agreed before is not asked: some of them ask the person. */
async function stay(): Promise<void> {
  const { storage } = navigator;
  if (storage !== undefined && !(await storage.persisted())) await storage.persist();
}
