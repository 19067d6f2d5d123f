/**
 * What the server refuses because too many ask at once is asked again when it says so. A whole room
 * may stand behind one address: nobody has to guess when to press again.
 */
import type { Answer } from '../sync/http.ts';

/** Where the answer does not say how long. */
const usualSeconds = 5;

/**
 * @param onWait told each second how many are left until it is asked again, then null
 * @param isLeft whether nobody waits for it any more: it is asked no more then
 */
export async function askInTurn<Value>(
  ask: () => Promise<Answer<Value>>,
  onWait: (seconds: number | null) => void,
  isLeft: () => boolean,
): Promise<Answer<Value>> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.error.code !== 'too-often' || isLeft()) return answer;
    for (let left = answer.error.waitSeconds ?? usualSeconds; left > 0; left--) {
      onWait(left);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      if (isLeft()) return answer;
    }
    onWait(null);
  }
}
