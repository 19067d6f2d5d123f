/**
 * In the place of `lib0/broadcastchannel` in the built page (`vite.config.ts`): tabs do not talk to
 * each other behind the server's back, see `provider.ts`, so the library's way to do so stays out.
 */
export const subscribe = (): void => {};
export const unsubscribe = (): void => {};
export const publish = (): void => {};
