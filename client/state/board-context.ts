/** Where the screens find the open board; `hooks.ts` is the only reader. */
import { createContext } from 'react';
import type { BoardClient } from '../sync/board-client.ts';

export const BoardContext = createContext<BoardClient | null>(null);
