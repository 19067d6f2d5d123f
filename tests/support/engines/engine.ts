/** What the stories of other browsers ask of any of them: a page, a mouse and keys, as a person has. */
export interface Engine {
  readonly goto: (url: string) => Promise<void>;
  /** @param expression of the page's JavaScript, whose value can be written as JSON */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** To a point of the window, in CSS pixels. */
  readonly moveTo: (x: number, y: number) => Promise<void>;
  readonly hold: () => Promise<void>;
  readonly letGo: () => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: 'Enter' | 'Escape' | 'End') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** As the system calls it; absent where the machine has none, and then its tests say so. */
export interface EngineKind {
  readonly name: string;
  readonly program: string | undefined;
  readonly open: (program: string) => Promise<Engine>;
}

export const size = { width: 1280, height: 800 } as const;
