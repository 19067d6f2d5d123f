/**
 * Whether a value is data that comes back from its own encoding: lists and plain objects of it,
 * nested a little. A key `__proto__` read from bytes would be seen here and lost when written again.
 */
export function isPlainData(value: unknown, depth = 4): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((part) => isPlainData(part, depth - 1));
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every((part) => isPlainData(part, depth - 1))
  );
}
