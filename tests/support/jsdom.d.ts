/** What tests use of it: a document of its own, apart from the window that component tests share. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: { readonly url: string; readonly runScripts: 'outside-only' },
    );
    readonly window: Window & typeof globalThis;
  }
}
