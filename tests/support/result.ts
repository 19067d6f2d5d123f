import type { Result } from '../../shared/result.ts';

/** The value of something that must have gone well; a refusal fails the test with its reason. */
export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
