/**
 * The key that some servers ask of whoever creates a workshop: asked once, then kept on this device,
 * and forgotten when the server takes it no more.
 */
import { deviceTexts } from '../browser/texts.ts';
import { askKey } from '../state/asked-key.ts';
import type { Answer } from '../sync/http.ts';

const storageKey = 'gommette.creation-key';

/**
 * Creates with the key of this device, and asks the person for one for as long as the server wants
 * another. Given up, the server's refusal is the answer.
 */
export async function withCreationKey<Value>(
  create: (key: string | undefined) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  let key = deviceTexts.get(storageKey) ?? undefined;
  for (;;) {
    const created = await create(key);
    if (created.ok || created.error.code !== 'creation-key') {
      if (created.ok && key !== undefined) deviceTexts.set(storageKey, key);
      return created;
    }
    deviceTexts.remove(storageKey);
    const given = await askKey(key !== undefined);
    if (given === null) return created;
    key = given;
  }
}
