/** Whether what is for the contract stands open: of the whole sheet, from one action to the next. */
import { createContext, useContext } from 'react';

export type MarketFold = readonly [isOpen: boolean, setOpen: (open: boolean) => void];
export const MarketContext = createContext<MarketFold>([true, () => undefined]);
export const useMarket = (): MarketFold => useContext(MarketContext);
