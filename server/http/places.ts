/** Places that are few, and that nobody takes all of: counted together, and by address. */

export interface Places {
  /** @returns how to give it back, once; undefined when there is none left for that address */
  readonly take: (address: string) => (() => void) | undefined;
}

export function createPlaces(most: number, mostOfAddress: number): Places {
  let taken = 0;
  const byAddress = new Map<string, number>();
  return {
    take: (address) => {
      const own = byAddress.get(address) ?? 0;
      if (taken >= most || own >= mostOfAddress) return undefined;
      taken += 1;
      byAddress.set(address, own + 1);
      return () => {
        taken -= 1;
        const left = (byAddress.get(address) ?? 0) - 1;
        if (left > 0) byAddress.set(address, left);
        else byAddress.delete(address);
      };
    },
  };
}
