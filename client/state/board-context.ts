/** Where the screens find the open board; `hooks.ts` is the only reader. */
import { createContext } from 'react';
import type { BoardClient } from '../sync/board-client.ts';
import type { OpenedWorkshop } from './device.ts';

export const BoardContext = createContext<BoardClient | null>(null);
/** The workshop as this device knows it: what facilitators' requests are made with. */
export const WorkshopContext = createContext<OpenedWorkshop | null>(null);
