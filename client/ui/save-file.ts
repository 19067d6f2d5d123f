/** Hands a file over to the browser, which saves it under that name or asks for another. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // WebKit begins to read it later: revoked at once, it would save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), readWithinMs);
}

const readWithinMs = 60_000;
