/**
 * In the place of `lib0/logging` in the built page (`vite.config.ts`): what Yjs has to say to those
 * who program with it is said in the tests, and nobody reads the console of a page. The library's own
 * brings colours and schemas along, some 2 kB for two warnings.
 */
export const print = (): void => {};
export const warn = (): void => {};
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', ''];
